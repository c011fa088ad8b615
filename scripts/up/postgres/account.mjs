import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { Problem } from '../problem.mjs'
import { say } from '../say.mjs'

/** @typedef {{ uid: number, gid: number }} Account */

const name = 'postgres'

/**
 * PostgreSQL refuses to run as root, so root hands it to an ordinary account.
 * @returns {Account | null} null where we are ordinary ourselves
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return null
  const known = lookUp()
  if (known) return known
  say(`Creating the system account "${name}", because PostgreSQL does not run as root`)
  // The first is Debian's and Red Hat's way, the second Alpine's.
  const made =
    works('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]) ||
    (works('addgroup', ['-S', name]) && works('adduser', ['-S', '-D', '-H', '-G', name, name]))
  const created = made ? lookUp() : null
  if (created) return created
  throw new Problem(
    `PostgreSQL does not run as root, and an account for it could not be made: create one (\`useradd --system ${name}\`), run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.`,
  )
}

/** @returns {Account | null} */
function lookUp() {
  try {
    const id = (/** @type {string} */ flag) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

/** @param {string} file @param {string[]} args */
function works(file, args) {
  try {
    execFileSync(file, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * Whether the account may pass through every folder down to this one (a checkout under /root is closed to it).
 * @param {string} folder
 * @param {Account} account
 */
export function canReach(folder, { uid, gid }) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false })
    if (stat) {
      const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001
      if ((stat.mode & bit) === 0) return false
    }
    if (at === path.dirname(at)) return true
  }
}
