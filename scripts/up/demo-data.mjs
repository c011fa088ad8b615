import { runningDatabaseUrl, startEmbeddedDatabase } from './database.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { requireLogin, requireReachable } from './external-database.mjs'
import { ensureClient } from './generate.mjs'
import { lockHolder, takeLock } from './lock.mjs'
import { ensureMigrated } from './migrate.mjs'
import { launch, stopAll } from './processes.mjs'
import { productEnv, readSettings } from './settings.mjs'

/**
 * `npm run demo:data`: a course of 200 simulated students, written into the database that the product uses: that of
 * DATABASE_URL, that of the product running from this folder, or the embedded one, started for the moment.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function demoData(args) {
  await ensureDependencies()
  await ensureClient()
  const external = process.env.DATABASE_URL
  if (external) {
    await requireReachable(external)
    await requireLogin(external)
    return write(args, external)
  }
  if (lockHolder()) return write(args, runningDatabaseUrl())
  const lock = takeLock('prisma', 'its database alone')
  try {
    const { url } = await startEmbeddedDatabase()
    return await write(args, url)
  } finally {
    await stopAll()
    lock.release()
  }
}

/** @param {string[]} args @param {string} databaseUrl */
async function write(args, databaseUrl) {
  await ensureMigrated(databaseUrl)
  const { ended } = launch(process.execPath, ['--import', 'tsx', 'prisma/demo-data/main.ts', ...args], {
    env: productEnv(process.env, readSettings(process.env), databaseUrl),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return (await ended).code ?? 1
}
