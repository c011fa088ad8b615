import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { inData } from './paths.mjs'
import { Problem } from './problem.mjs'

/**
 * @typedef {object} Settings
 * @property {string} host
 * @property {number} port
 * @property {string} address where the product answers, as a browser would write it
 * @property {boolean} demo
 * @property {string | null} outbox folder that mails are written to; null where they are sent
 */

/** @param {NodeJS.ProcessEnv} env @returns {Settings} */
export function readSettings(env) {
  const host = env.HOST?.trim() || '127.0.0.1'
  const text = env.PORT?.trim() || '3000'
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Problem(
      `PORT is "${text}", which is no port: give a number from 1 to 65535, e.g. \`PORT=3001 npm start\`.`,
    )
  }
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : net.isIPv6(host) ? `[${host}]` : host
  const demo = env.QUIZGRAD_DEMO !== '0'
  const outbox = env.SMTP_URL?.trim() ? null : env.MAIL_OUTBOX?.trim() || inData('outbox')
  return { host, port, address: env.NEXTAUTH_URL?.trim() || `http://${name}:${port}`, demo, outbox }
}

/**
 * The environment of the server and of the build.
 * @param {NodeJS.ProcessEnv} env
 * @param {Settings} settings
 * @param {string} databaseUrl
 * @returns {NodeJS.ProcessEnv}
 */
export function productEnv(env, settings, databaseUrl) {
  return {
    ...toolEnv(env, databaseUrl),
    HOST: settings.host,
    PORT: String(settings.port),
    NEXTAUTH_URL: settings.address,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || keptSecret('secret'),
    QUIZGRAD_DEMO: settings.demo ? '1' : '0',
    ...(settings.outbox ? { MAIL_OUTBOX: settings.outbox } : {}),
  }
}

/**
 * The environment of the tools: none of them reports home or looks for updates.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} databaseUrl
 * @returns {NodeJS.ProcessEnv}
 */
export const toolEnv = (env, databaseUrl) => ({
  ...env,
  DATABASE_URL: databaseUrl,
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
})

/**
 * A random secret that is made once and kept, readable by the owner alone.
 * @param {string} name file under .data
 */
export function keptSecret(name) {
  const file = inData(name)
  const kept = readSecret(name)
  if (kept) return kept
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  return secret
}

/** @param {string} name @returns {string | null} */
export function readSecret(name) {
  try {
    return readFileSync(inData(name), 'utf8').trim() || null
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * Says so at once when the address cannot be had, rather than after a minute of work.
 * @param {Settings} settings
 */
export async function requireFreePort({ host, port }) {
  const server = net.createServer()
  /** @type {NodeJS.ErrnoException | null} */
  const error = await new Promise((resolve) => {
    server.once('error', resolve)
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })
  if (error) throw portProblem(error, host, port)
}

/** @param {NodeJS.ErrnoException} error @param {string} host @param {number} port */
function portProblem(error, host, port) {
  switch (error.code) {
    case 'EADDRINUSE': {
      const other = port < 65_535 ? port + 1 : 3000
      return new Problem(
        `Port ${port} is already in use by another program: stop that one, or choose another port, e.g. \`PORT=${other} npm start\`.`,
      )
    }
    case 'EACCES':
      return new Problem(
        `Port ${port} is reserved for the administrator: choose one above 1023, e.g. \`PORT=3000 npm start\`.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Problem(
        `HOST is "${host}", which is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all of its networks.`,
      )
    default:
      return new Problem(
        `Listening on ${host}:${port} failed (${error.code ?? error.message}): choose another HOST or PORT.`,
      )
  }
}
