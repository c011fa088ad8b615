import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { inData } from './paths.mjs'
import { Problem } from './problem.mjs'
import { birth, isSame } from './process-identity.mjs'

/**
 * @typedef {object} Holder who runs the product in this folder
 * @property {number} pid
 * @property {string} birth
 * @property {string} mode
 * @property {string} address
 * @property {{ pid: number, birth: string } | null} server
 */

const file = () => inData('lock')

/** @returns {Holder | null} who holds the folder now; null where nobody does, or one that is gone */
export function lockHolder() {
  const holder = readLock(file())
  return holder && isSame(holder) ? holder : null
}

/** @param {string} name @returns {Holder | null} */
function readLock(name) {
  try {
    const value = JSON.parse(readFileSync(name, 'utf8'))
    return Number.isInteger(value?.pid) ? value : null
  } catch {
    return null
  }
}

/**
 * Takes the folder for this process: two servers on one data folder would fight over it.
 * @param {string} mode
 * @param {string} address
 * @returns {{ orphan: Holder['server'], noteServer: (pid: number) => void, release: () => void }}
 *   orphan: the server of a holder that was killed, should it still run
 */
export function takeLock(mode, address) {
  /** @type {Holder} */
  const mine = { pid: process.pid, birth: birth(process.pid), mode, address, server: null }
  const draft = `${file()}.${process.pid}`
  const write = () => writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  /** @type {Holder['server']} */
  let orphan = null
  write()
  try {
    while (!linked(draft)) orphan = removeStale() ?? orphan
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    orphan,
    noteServer(pid) {
      mine.server = { pid, birth: birth(pid) }
      write()
      renameSync(draft, file())
    },
    release() {
      if (readLock(file())?.pid === process.pid) rmSync(file(), { force: true })
    },
  }
}

/** Linking is atomic: of two processes that try, one succeeds. @param {string} draft */
function linked(draft) {
  try {
    linkSync(draft, file())
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** @returns {Holder['server']} */
function removeStale() {
  const holder = readLock(file())
  if (holder && isSame(holder)) throw runsAlready(holder)
  // Moved away first, then looked at again: another process may have replaced the stale lock by its own just now.
  const aside = `${file()}.stale.${process.pid}`
  try {
    renameSync(file(), aside)
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
  const moved = readLock(aside)
  if (moved && isSame(moved)) linked(aside)
  rmSync(aside, { force: true })
  return holder?.server && isSame(holder.server) ? holder.server : null
}

/** @param {Holder} holder */
export const runsAlready = (holder) =>
  new Problem(
    `quizgrad already runs from this folder (process ${holder.pid}, ${holder.address}): use that one, or stop it with Ctrl-C in its terminal or \`kill ${holder.pid}\` and run the command again.`,
  )
