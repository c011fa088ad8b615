import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, stamp } from './hash.mjs'
import { inModules, root } from './paths.mjs'
import { run } from './processes.mjs'
import { step } from './say.mjs'

/** Top-level names that cannot change what the build makes; whatever is not listed here counts. */
const irrelevant = new Set([
  'node_modules',
  'tests',
  'scripts',
  'docs',
  'coverage',
  'test-results',
  'playwright-report',
  'next-env.d.ts',
  'biome.json',
  'LICENSE',
])

/** @param {string} name relative to the checkout */
function isIrrelevant(name) {
  const top = name.split(path.sep)[0] ?? ''
  const isDot = top.startsWith('.') && !top.startsWith('.env')
  return (
    isDot ||
    irrelevant.has(top) ||
    top === '.env.example' ||
    /\.(md|tsbuildinfo)$/.test(name) ||
    (top === 'prisma' && name !== top && name !== path.join('prisma', 'schema.prisma'))
  )
}

export const buildState = () => fingerprint(readdirSync(root).sort(), isIrrelevant, [process.version])

const isBuilt = (/** @type {string} */ state) =>
  stamp('build').matches(state) && existsSync(path.join(root, '.next/BUILD_ID'))

/**
 * Builds the pages, unless the sources are those of the last build.
 * @param {NodeJS.ProcessEnv} env
 * @param {() => void} [beforeBuilding] may object
 */
export async function ensureBuilt(env, beforeBuilding = () => {}) {
  const state = buildState()
  if (isBuilt(state)) return
  beforeBuilding()
  await step('Building the pages (about half a minute)', async () => {
    // An interrupted build must not pass for a complete one.
    stamp('build').clear()
    await run('next build', [inModules('next/dist/bin/next'), 'build'], {
      env: { ...env, NODE_ENV: 'production' },
    })
    stamp('build').set(state)
  })
}
