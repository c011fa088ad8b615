import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Problem } from '../problem.mjs'
import { commandLine, isAlive } from '../process-identity.mjs'
import { waitGone } from '../processes.mjs'
import { say } from '../say.mjs'

/**
 * PostgreSQL's own note of the running server: process, folder, start, port, …, state.
 * @param {string} folder
 */
export function readPostmaster(folder) {
  try {
    const lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number.parseInt(lines[0] ?? '', 10)
    const port = Number.parseInt(lines[3] ?? '', 10)
    return pid > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : null
  } catch {
    return null
  }
}

/**
 * A database server that a killed start left behind is stopped in good order; a note that names a process which is
 * something else by now (or nothing) is removed. Only called by the holder of the folder's lock.
 * @param {string} folder
 */
export async function removeOrphan(folder) {
  const left = readPostmaster(folder)
  if (!left) return
  const isOurs =
    isAlive(left.pid) && /postgres/.test(commandLine(left.pid)) && commandLine(left.pid).includes(folder)
  if (isOurs) {
    say('Stopping the database server that an earlier, killed start left running')
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGQUIT', 'SIGKILL'])) {
      kill(left.pid, signal)
      if (await waitGone(left.pid)) return
    }
    throw new Problem(
      `A database server from an earlier start does not end: end it with \`kill -9 ${left.pid}\` and run the command again.`,
    )
  }
  if (isAlive(left.pid)) rmSync(path.join(folder, 'postmaster.pid'), { force: true })
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function kill(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (error.code === 'EPERM') {
      throw new Problem(
        `A database server of another user (process ${pid}) runs on this data folder: run the command as that user, or end it with \`sudo kill ${pid}\`.`,
      )
    }
  }
}
