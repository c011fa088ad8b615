import { runningDatabaseUrl, startEmbeddedDatabase } from './database.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { requireReachable } from './external-database.mjs'
import { prismaProgram } from './generate.mjs'
import { lockHolder, takeLock } from './lock.mjs'
import { launch, stopAll } from './processes.mjs'
import { toolEnv } from './settings.mjs'

/**
 * `npm run db -- …` and `npm run db:migrate -- --name …`: Prisma's command line on the database that the product uses:
 * that of DATABASE_URL, that of the product running from this folder, or the embedded one, started for the moment.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function prisma(args) {
  await ensureDependencies()
  const external = process.env.DATABASE_URL
  if (external) {
    await requireReachable(external)
    return runPrisma(args, external)
  }
  if (lockHolder()) return runPrisma(args, runningDatabaseUrl())
  const lock = takeLock('prisma', 'its database alone')
  try {
    const { url } = await startEmbeddedDatabase()
    return await runPrisma(args, url)
  } finally {
    await stopAll()
    lock.release()
  }
}

/** @param {string[]} args @param {string} databaseUrl */
async function runPrisma(args, databaseUrl) {
  const { ended } = launch(process.execPath, [prismaProgram, ...args], {
    env: toolEnv(process.env, databaseUrl),
    stdio: 'inherit',
    // It asks questions, so it belongs to the terminal's own group.
    detached: false,
  })
  return (await ended).code ?? 1
}
