import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { databaseUrl } from './database.mjs'
import { inData, makeDataFolder } from './paths.mjs'
import { initialise } from './postgres/initialise.mjs'
import { findPlace } from './postgres/place.mjs'
import { startServer } from './postgres/server.mjs'
import { stop } from './processes.mjs'

/**
 * A throwaway database server that tests may crash and start again at the same address. Unlike the one that other
 * tests use it answers a commit only when its log is written, as in earnest.
 * @param {string} name tells its log from others
 */
export async function startCrashableDatabase(name) {
  makeDataFolder()
  const place = findPlace()
  const folder = mkdtempSync(path.join(place.temporary, 'quizgrad-chaos-'))
  chmodSync(folder, 0o711)
  if (place.account) chownSync(folder, place.account.uid, place.account.gid)
  const data = path.join(folder, 'pg')
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.on('exit', removeFolder)
  await initialise(place, data, 'throwaway', { lasting: false })
  const start = () =>
    startServer(place, data, {
      log: inData('log', `postgres-${name}.log`),
      portFile: path.join(folder, 'port'),
      // A killed process loses nothing that was handed to the system; only a power cut would.
      flags: ['-c', 'fsync=off'],
    })
  let server = await start()
  return {
    /** @param {string} database */
    url: (database) => databaseUrl('throwaway', server.port, database),
    /** Ends it at once, without writing anything back: the next start recovers from the log. */
    async crash() {
      server.process.child.kill('SIGQUIT')
      await server.process.ended
    },
    async start() {
      server = await start()
    },
    async remove() {
      await stop(server.process)
      removeFolder()
    },
  }
}
