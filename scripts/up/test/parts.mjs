import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inData, inModules, root } from '../paths.mjs'
import { attempt } from '../processes.mjs'
import { plain, say } from '../say.mjs'
import { seed } from '../seed.mjs'
import { toolEnv } from '../settings.mjs'
import { ensureBuiltFor } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { countPlaywright, countVitest, judge } from './count.mjs'

/** @typedef {import('./count.mjs').Outcome} Outcome */
/** @typedef {(args: string[], database: import('./database.mjs').TestDatabases) => Promise<Outcome>} Part */

/** Every part of `npm test`, each to be had alone: `npm test -- <name> [arguments for its runner]`. @type {Record<string, Part>} */
export const parts = {
  types,
  lint: (args) =>
    check('biome', [
      inModules('@biomejs/biome/bin/biome'),
      'ci',
      '--error-on-warnings',
      `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
      ...args,
    ]),
  architecture: (args) => vitest('architecture', args, {}),
  unit: (args) => vitest('unit', args, {}),
  integration: async (args, database) =>
    vitest('integration', args, { TEST_DATABASE_URL: await database.template() }),
  e2e,
}

/** @param {string[]} args */
async function types(args) {
  // Next writes the types of its routes; a fresh clone has none.
  if (!existsSync(path.join(root, 'next-env.d.ts')) || !existsSync(path.join(root, '.next/types'))) {
    const { code, output } = await attempt('next typegen', [inModules('next/dist/bin/next'), 'typegen'], {
      env: toolEnv(process.env, process.env.DATABASE_URL),
    })
    if (code !== 0) plain(output)
  }
  return check('tsc', [inModules('typescript/bin/tsc'), '--noEmit', ...args])
}

/**
 * A tool that passes or fails as one; its words are shown when it fails.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
async function check(name, args) {
  const { code, output } = await attempt(name, args, { env: { ...process.env, ...colours } })
  if (code !== 0) plain(output)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** @param {string} project @param {string[]} args @param {NodeJS.ProcessEnv} env */
async function vitest(project, args, env) {
  const report = inData('log', `${project}.json`)
  rmSync(report, { force: true })
  const { code } = await attempt(
    `vitest ${project}`,
    [
      inModules('vitest/vitest.mjs'),
      'run',
      '--config=tests/vitest.config.ts',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { env: { ...testEnv(), ...env }, show: true },
  )
  return judge(countVitest(report), code)
}

/** @type {Part} */
async function e2e(args, database) {
  const chromium = await findChromium()
  // The build replaces the pages under a running server.
  const env = { ...testEnv(), ...(await e2eEnv(database)), CHROMIUM_PATH: chromium }
  const report = inData('log', 'e2e.json')
  rmSync(report, { force: true })
  say('Starting the browser tests')
  const { code } = await attempt(
    'playwright',
    [
      inModules('@playwright/test/cli.js'),
      'test',
      '--config=tests/playwright.config.ts',
      '--reporter=list,json',
      ...args,
    ],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, show: true },
  )
  return judge(countPlaywright(report), code)
}

/** @param {import('./database.mjs').TestDatabases} database */
async function e2eEnv(database) {
  const url = await database.copy('e2e')
  const env = {
    ...toolEnv(process.env, url),
    QUIZGRAD_DEMO: '1',
    NEXTAUTH_SECRET: 'a secret for tests alone, of sufficient length',
  }
  await seed(env)
  await ensureBuiltFor(env, 'the browser tests')
  return { E2E_DATABASE_URL: url, E2E_LOGINS_FILE: path.join(root, 'prisma/demo-logins.json') }
}

/** In a terminal as each tool paints; elsewhere plain text. */
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }

/** Tests see the same settings on every machine. */
function testEnv() {
  const { DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET, HOST, PORT, NODE_ENV, QUIZGRAD_DEMO, ...env } =
    process.env
  return {
    ...env,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    ...colours,
  }
}
