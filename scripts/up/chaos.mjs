import { ensureBuilt } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureClient } from './generate.mjs'
import { launch } from './processes.mjs'
import { toolEnv } from './settings.mjs'
import { findChromium } from './test/chromium.mjs'

/**
 * `npm run chaos -- --runs 200 --seed 1`: faults in a real browser, server and database, over and over.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function chaos(args) {
  await ensureDependencies()
  await ensureClient()
  const chromium = await findChromium()
  // Nothing is read from the database while building.
  await ensureBuilt(toolEnv(process.env, 'postgresql://127.0.0.1:1/none'))
  const { ended } = launch(process.execPath, ['--import', 'tsx', 'tests/chaos/main.ts', ...args], {
    // What breaks on purpose is no news.
    env: { ...process.env, CHROMIUM_PATH: chromium, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return (await ended).code ?? 1
}
