import { runningDatabaseUrl, startEmbeddedDatabase } from './database.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { requireLogin, requireReachable } from './external-database.mjs'
import { ensureClient } from './generate.mjs'
import { lockHolder, takeLock } from './lock.mjs'
import { ensureMigrated } from './migrate.mjs'
import { launch, stopAll } from './processes.mjs'
import { productEnv, readSettings } from './settings.mjs'

/**
 * A program on the database that the product uses: that of DATABASE_URL, that of the product running from this folder,
 * or the embedded one, started for the moment.
 * @param {string} program
 * @returns {(args: string[]) => Promise<number>} gives the exit code
 */
const onProductDatabase = (program) => async (args) => {
  await ensureDependencies()
  await ensureClient()
  const external = process.env.DATABASE_URL
  if (external) {
    await requireReachable(external)
    await requireLogin(external)
    return run(program, args, external)
  }
  if (lockHolder()) return run(program, args, runningDatabaseUrl())
  const lock = takeLock('prisma', 'its database alone')
  try {
    const { url } = await startEmbeddedDatabase()
    return await run(program, args, url)
  } finally {
    await stopAll()
    lock.release()
  }
}

/** `npm run demo:data`: a course of 200 simulated students. */
export const demoData = onProductDatabase('prisma/demo-data/main.ts')

/** `npm run questions`: questions and exams as files. */
export const questionFiles = onProductDatabase('scripts/questions.ts')

/** `npm run admin:password`: a new one-time password of an administrator. */
export const adminPassword = onProductDatabase('scripts/admin-password.ts')

/** @param {string} program @param {string[]} args @param {string} databaseUrl */
async function run(program, args, databaseUrl) {
  await ensureMigrated(databaseUrl)
  const { ended } = launch(process.execPath, ['--import', 'tsx', program, ...args], {
    env: productEnv(process.env, readSettings(process.env), databaseUrl),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return (await ended).code ?? 1
}
