import net from 'node:net'
import { Problem } from './problem.mjs'

/**
 * The parts of DATABASE_URL that a person can check.
 * @param {string} url
 */
function partsOf(url) {
  let parsed
  try {
    parsed = new URL(url)
  } catch {
    parsed = null
  }
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.pathname.length < 2) {
    throw new Problem(
      'DATABASE_URL is not the address of a PostgreSQL database: write it as postgresql://user:password@host:5432/database, or unset it to use the embedded database.',
    )
  }
  const host = decodeURIComponent(parsed.hostname) || 'localhost'
  const port = Number(parsed.port || 5432)
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port,
    at: `${host}:${port}`,
    user: decodeURIComponent(parsed.username),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    // libpq's way to name a socket folder
    isSocket: parsed.searchParams.has('host') || host.startsWith('/'),
  }
}

/** @param {string} at @param {string} why */
const unreachable = (at, why) =>
  new Problem(
    `The database of DATABASE_URL cannot be reached at ${at} (${why}): check that PostgreSQL runs there, that host and port are right and no firewall is between, or unset DATABASE_URL to use the embedded database.`,
  )

/**
 * Whether anything answers there; asked before the long steps, and needs no package.
 * @param {string} url
 */
export async function requireReachable(url) {
  const { host, port, at, isSocket } = partsOf(url)
  if (isSocket) return
  /** @type {string | null} */
  const why = await new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 5_000 })
    const settle = (/** @type {string | null} */ reason) => {
      socket.destroy()
      resolve(reason)
    }
    socket.once('connect', () => settle(null))
    socket.once('timeout', () => settle('no answer within 5 seconds'))
    socket.once('error', (error) => settle(describe(error)))
  })
  if (why !== null) throw unreachable(at, why)
}

/** @param {NodeJS.ErrnoException} error */
function describe(error) {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'nothing listens there'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the name of the host is unknown'
    default:
      return error.code ?? error.message
  }
}

/**
 * Whether the user and the password are accepted; a missing database is left to the migration, which makes it.
 * @param {string} url
 */
export async function requireLogin(url) {
  const { at, user, database } = partsOf(url)
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    if (error.code === '3D000') return
    if (error.code === '28P01' || error.code === '28000' || /password must be a string/.test(error.message)) {
      throw new Problem(
        `PostgreSQL at ${at} refuses the user "${user}": check the user and the password in DATABASE_URL (special characters in a password are written as %XX) and the server's pg_hba.conf.`,
        error.message,
      )
    }
    if (error.code === '42501') {
      throw new Problem(
        `The user "${user}" may not connect to the database "${database}" at ${at}: grant it CONNECT, or name another database in DATABASE_URL.`,
      )
    }
    throw unreachable(at, error.message || error.code || String(error))
  } finally {
    // Not waited for: a server that never spoke does not say goodbye either.
    client.end().catch(() => {})
  }
}
