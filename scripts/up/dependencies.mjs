import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path, { delimiter } from 'node:path'
import { fingerprint } from './hash.mjs'
import { inModules, root } from './paths.mjs'
import { Problem, Stopped } from './problem.mjs'
import { isStopping, launch } from './processes.mjs'
import { step } from './say.mjs'

/** Installs what package-lock.json names, unless exactly that is installed already. */
export async function ensureDependencies({ toStandardError = false } = {}) {
  if (dependenciesAreCurrent()) return
  const npm = findNpm(process.env)
  // Should this installation be interrupted, it must not pass for a complete one.
  for (const file of [installedFor(), hiddenLock()]) rmSync(file, { force: true })
  await step('Installing packages (first start: about a minute)', async () => {
    const { ended } = launch(
      npm.file,
      [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        // NODE_ENV=production would leave out the build tools.
        env: {
          ...process.env,
          NODE_ENV: 'development',
          npm_config_production: undefined,
          npm_config_omit: undefined,
        },
        stdio: ['ignore', toStandardError ? 2 : 'inherit', 'inherit'],
      },
    )
    const { code } = await ended
    if (isStopping()) throw new Stopped()
    if (code !== 0) {
      throw new Problem(
        `Installing the packages failed (npm ci, exit code ${code}): npm's own words above say why; check the network and the free disk space (about 2 GB), then run the command again.`,
      )
    }
    writeFileSync(installedFor(), lockState())
  })
}

/** What the last installation of ours was made from. */
const installedFor = () => inModules('.installed-for')
/** npm's own note of what is installed. */
const hiddenLock = () => inModules('.package-lock.json')
const lockState = () => fingerprint(['package-lock.json'])

/** Compared by content: the times of files say little after a git checkout. */
function dependenciesAreCurrent() {
  try {
    if (existsSync(installedFor()) && readFileSync(installedFor(), 'utf8') === lockState()) return true
    // Installed by hand, perhaps.
    const wanted = packagesOf(path.join(root, 'package-lock.json'))
    const present = packagesOf(hiddenLock())
    return Object.entries(wanted).every(([name, entry]) => {
      if (name === '' || entry.extraneous) return true
      const installed = present[name]
      // Optional packages are those of other systems.
      return installed ? installed.version === entry.version : entry.optional === true
    })
  } catch {
    return false
  }
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, extraneous?: boolean }>} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/**
 * npm as something to start: the one that started us, the one beside this Node, or the one on the PATH.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ file: string, args: string[] }}
 */
export function findNpm(env) {
  const beside = path.dirname(process.execPath)
  const scripts = [
    env.npm_execpath,
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ]
  // npm_execpath is set by pnpm and yarn too.
  const script = scripts.find((file) => file && path.basename(file) === 'npm-cli.js' && existsSync(file))
  if (script) return { file: process.execPath, args: [script] }
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .find((folder) => folder && existsSync(path.join(folder, 'npm')))
  if (onPath) return { file: path.join(onPath, 'npm'), args: [] }
  throw new Problem(
    'npm was not found, and it is needed to install the packages: install it (it comes with Node.js from https://nodejs.org; on Debian `apt-get install npm`) and run the command again.',
  )
}
