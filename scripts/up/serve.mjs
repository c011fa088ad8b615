import { ensureAdministrator } from './administrator.mjs'
import { ensureBuilt } from './build.mjs'
import { startEmbeddedDatabase } from './database.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { requireLogin, requireReachable } from './external-database.mjs'
import { ensureClient } from './generate.mjs'
import { takeLock } from './lock.mjs'
import { ensureMigrated } from './migrate.mjs'
import { shown } from './paths.mjs'
import { Problem, Stopped } from './problem.mjs'
import { isStopping, launch, stopAll, waitGone } from './processes.mjs'
import { plain, say, step } from './say.mjs'
import { demoLogins, ensureSeeded } from './seed.mjs'
import { productEnv, readSettings, requireFreePort } from './settings.mjs'
import { until } from './wait.mjs'

/** `npm start`: everything from a fresh clone to the running product. */
export const start = () => serve('start')

/** `npm run dev`: the same, with pages rebuilt as they are edited. */
export const develop = () => serve('dev')

/** @param {'start' | 'dev'} mode @returns {Promise<number>} */
async function serve(mode) {
  const settings = readSettings(process.env)
  const lock = takeLock(mode, settings.address)
  try {
    if (lock.orphan) await stopOrphan(lock.orphan.pid)
    await requireFreePort(settings)
    const external = process.env.DATABASE_URL
    if (external) await requireReachable(external)
    await ensureDependencies()

    const [database] = await together([
      external ? externalDatabase(external) : startEmbedded(),
      ensureClient(),
    ])
    const env = productEnv(process.env, settings, database.url)
    const fill = async () => ensureSeeded(await ensureMigrated(database.url), env)
    await together([fill(), mode === 'start' ? ensureBuilt(env) : null])

    const administrator = settings.demo ? null : await ensureAdministrator(env)
    const server = await startServer(mode, settings, env, lock.noteServer)
    announce(settings, administrator)
    await lastUntilOneEnds(server, database.server)
    return 0
  } finally {
    await stopAll()
    lock.release()
  }
}

/**
 * Waits for all; the first failure counts, and what still runs is stopped by the caller.
 * @template {readonly unknown[]} T
 * @param {T} work
 */
const together = (work) => Promise.all(work)

/** @param {number} pid */
async function stopOrphan(pid) {
  say('Stopping the server that an earlier, killed start left running')
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await waitGone(pid, 5_000)) return
  }
}

/** @param {string} url @returns {Promise<{ url: string, server: null }>} */
async function externalDatabase(url) {
  await requireLogin(url)
  return { url, server: null }
}

const startEmbedded = () => step('Starting the database', startEmbeddedDatabase)

/**
 * @param {'start' | 'dev'} mode
 * @param {import('./settings.mjs').Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @param {(pid: number) => void} note
 */
async function startServer(mode, { host, port }, env, note) {
  return step('Starting the server', async () => {
    const server = launch(process.execPath, ['--import', 'tsx', 'lib/server/main.ts'], {
      env: { ...env, NODE_ENV: mode === 'dev' ? 'development' : 'production' },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (server.child.pid !== undefined) note(server.child.pid)
    let over = false
    server.ended.then(
      () => {
        over = true
      },
      () => {
        over = true
      },
    )
    const reachable =
      host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host
    const isReady = async () =>
      over || isStopping() || (await answers(`http://${reachable}:${port}/api/health/ready`))
    const settled = await until(isReady, 120_000, 50)
    if (isStopping()) throw new Stopped()
    if (over) throw await serverEnded(server, 'could not start')
    if (!settled)
      throw new Problem('The server did not become ready within two minutes: see its words above.')
    return server
  })
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false
  }
}

/** @param {import('./processes.mjs').Running} server @param {string} what */
async function serverEnded(server, what) {
  const { code, signal } = await server.ended
  const how = signal ? `it was ended by ${signal}` : `exit code ${code}`
  return new Problem(
    `The server ${what} (${how}): its own words above say why; mend that and run the command again.`,
  )
}

/**
 * @param {import('./settings.mjs').Settings} settings
 * @param {string | null} administrator address and one-time password of the one just made
 */
function announce({ address, demo, host, outbox }, administrator) {
  say('Ready')
  plain('')
  plain(`  quizgrad is open at ${address}`)
  if (demo) {
    const logins = demoLogins()
    const width = (/** @type {'role' | 'email'} */ key) =>
      Math.max(...logins.map((login) => login[key].length))
    plain('')
    plain('  Demo logins (email, password):')
    for (const { role, email, password } of logins) {
      plain(`    ${role.padEnd(width('role'))}   ${email.padEnd(width('email'))}   ${password}`)
    }
    if (host !== '127.0.0.1' && host !== 'localhost' && host !== '::1') {
      plain('  Anyone on the network can use them: set QUIZGRAD_DEMO=0 before real exams.')
    }
  }
  if (administrator) {
    plain('')
    plain('  The administrator (e-mail, one-time password), shown this once:')
    plain(`    ${administrator}`)
    plain('  Sign in with it and choose a password. If it is lost: npm run admin:password')
  }
  if (outbox && !demo) {
    plain('')
    plain(
      `  This installation sends no mail: what it would send is written to ${shown(outbox)}. See SMTP_URL in .env.example.`,
    )
  }
  plain('')
  plain('  Ctrl-C stops it.')
  plain('')
}

/**
 * @param {import('./processes.mjs').Running} server
 * @param {import('./processes.mjs').Running | null} database
 */
async function lastUntilOneEnds(server, database) {
  const first = await Promise.race([
    server.ended.then(() => 'server'),
    ...(database ? [database.ended.then(() => 'database')] : []),
  ])
  if (isStopping()) throw new Stopped()
  if (first === 'server') throw await serverEnded(server, 'stopped unexpectedly')
  throw new Problem('The database stopped unexpectedly: see .data/postgres.log, then run the command again.')
}
