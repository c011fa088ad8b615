import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { inData, shown } from '../paths.mjs'
import { Problem, Stopped } from '../problem.mjs'
import { isStopping, launch } from '../processes.mjs'
import { until } from '../wait.mjs'
import { damaged, plainEnv } from './initialise.mjs'
import { readPostmaster } from './orphan.mjs'

/**
 * Starts PostgreSQL on the folder and waits until it takes connections.
 * @param {import('./place.mjs').Place} place
 * @param {string} folder
 * @param {{ log: string, portFile: string | null, flags?: string[] }} options portFile: keeps the port from start to start
 * @returns {Promise<{ port: number, process: import('../processes.mjs').Running }>}
 */
export async function startServer(place, folder, { log, portFile, flags = [] }) {
  let port = portFile ? keptPort(portFile) : null
  // Only PostgreSQL's own attempt tells whether a port is free: whoever is asked before may be outrun.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    port ??= await freePort()
    const outcome = await tryPort(place, folder, port, log, flags)
    if (outcome.kind === 'ready') {
      if (portFile) writeFileSync(portFile, `${port}\n`)
      return { port, process: outcome.process }
    }
    if (outcome.kind === 'failed') throw explain(folder, log, outcome.words)
    port = null
  }
  throw new Problem(
    'No free port for the database could be found on 127.0.0.1: close some programs and run the command again.',
  )
}

/** @param {string} file */
function keptPort(file) {
  try {
    const port = Number(readFileSync(file, 'utf8'))
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null
  } catch {
    return null
  }
}

/** @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * @param {import('./place.mjs').Place} place
 * @param {string} folder
 * @param {number} port
 * @param {string} log
 * @param {string[]} flags
 */
async function tryPort({ account, programs }, folder, port, log, flags) {
  keepPrevious(log)
  const sink = openSync(log, 'w', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    // No socket file: its folder would have to exist and be writable.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
  }
  const server = launch(
    path.join(programs, 'postgres'),
    [
      '-D',
      folder,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ...flags,
    ],
    // SIGINT is PostgreSQL's fast shutdown: it ends sessions and leaves the data clean.
    { ...account, cwd: '/', env: plainEnv(), stdio: ['ignore', sink, sink], stopSignal: 'SIGINT' },
  )
  closeSync(sink)
  let over = false
  const note = () => {
    over = true
  }
  server.ended.then(note, note)
  const isReady = () => {
    const note = readPostmaster(folder)
    return note !== null && note.pid === server.child.pid && note.ready
  }
  // A recovery after a crash may take its time.
  await until(() => over || isReady(), 120_000)
  if (isStopping()) throw new Stopped()
  if (!over && isReady()) return { kind: /** @type {const} */ ('ready'), process: server }
  await server.ended.catch(() => {})
  const words = readFileSync(log, 'utf8')
  if (/could not bind|address already in use/i.test(words))
    return { kind: /** @type {const} */ ('port-taken') }
  return { kind: /** @type {const} */ ('failed'), words }
}

/** The log of the run before tells why that one ended. @param {string} log */
function keepPrevious(log) {
  try {
    renameSync(log, `${log}.previous`)
  } catch {
    // There is none.
  }
}

/** @param {string} folder @param {string} log @param {string} words */
function explain(folder, log, words) {
  const tail = words.trim().split('\n').slice(-8).join('\n')
  const reason = /(?:FATAL|PANIC):\s*(.*)/.exec(words)?.[1]
  if (/no space left on device/i.test(words)) return new Problem('', tail)
  if (/could not (create|map).*shared memory|semaphores/i.test(words)) {
    return new Problem(
      `PostgreSQL found too little shared memory: close some programs, or set DATABASE_URL to a PostgreSQL of yours (its log is ${shown(log)}).`,
      tail,
    )
  }
  return damaged(
    folder,
    `PostgreSQL does not start on it${reason ? `: ${reason}` : ''}`,
    `The end of ${shown(log)}:\n${tail}`,
  )
}

/** The log of the lasting database. */
export const databaseLog = () => inData('postgres.log')
