import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inData } from './paths.mjs'
import { initialise, inspect, setPassword, superuser } from './postgres/initialise.mjs'
import { removeOrphan } from './postgres/orphan.mjs'
import { findPlace } from './postgres/place.mjs'
import { databaseLog, startServer } from './postgres/server.mjs'
import { stop } from './processes.mjs'
import { plain, say } from './say.mjs'
import { keptSecret, readSecret } from './settings.mjs'

/** @param {string} password @param {number} port @param {string} name */
export const databaseUrl = (password, port, name) =>
  `postgresql://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`

/**
 * The lasting embedded database of this folder; made on the first start. The caller holds the folder's lock.
 * @returns {Promise<{ url: string, server: import('./processes.mjs').Running }>}
 */
export async function startEmbeddedDatabase() {
  const place = findPlace()
  const knewPassword = readSecret('pg-password') !== null
  const password = keptSecret('pg-password')
  if (place.data !== inData('pg'))
    plain(
      `           The data are kept in ${place.data}, where the account that runs PostgreSQL can reach them.`,
    )
  if (inspect(place.data) === 'missing') {
    say('Creating the database folder')
    await initialise(place, place.data, password, { lasting: true })
  } else {
    await removeOrphan(place.data)
    if (!knewPassword) await setPassword(place, place.data, password)
  }
  const { port, process: server } = await startServer(place, place.data, {
    log: databaseLog(),
    portFile: portFile(),
  })
  return { url: databaseUrl(password, port, 'quizgrad'), server }
}

/** The address of the embedded database that another process of this folder runs. */
export function runningDatabaseUrl() {
  return databaseUrl(keptSecret('pg-password'), Number(readFileSync(portFile(), 'utf8')), 'quizgrad')
}

const portFile = () => inData('pg-port')

/**
 * A database server for one run of the tests, gone afterwards without a trace.
 * @returns {Promise<{ url: (name: string) => string, remove: () => Promise<void> }>}
 */
export async function startThrowawayDatabase() {
  const place = findPlace()
  const folder = mkdtempSync(path.join(place.temporary, 'quizgrad-test-'))
  chmodSync(folder, 0o711)
  if (place.account) chownSync(folder, place.account.uid, place.account.gid)
  const data = path.join(folder, 'pg')
  const password = 'throwaway'
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  // Also when a step fails or the person stops the run.
  process.on('exit', removeFolder)
  await initialise(place, data, password, { lasting: false })
  const { port, process: server } = await startServer(place, data, {
    log: inData('log', 'postgres-test.log'),
    portFile: null,
    // Nothing here has to survive a power cut.
    flags: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'].flatMap(
      (flag) => ['-c', flag],
    ),
  })
  return {
    url: (name) => databaseUrl(password, port, name),
    async remove() {
      await stop(server)
      removeFolder()
    },
  }
}
