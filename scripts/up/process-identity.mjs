import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** A killed process whose parent has not yet taken notice runs nothing and holds nothing. @param {number} pid */
function isZombie(pid) {
  return statFields(pid)?.[0] === 'Z'
}

/** The fields of /proc/<pid>/stat after the name, which may hold blanks itself. @param {number} pid */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** @param {string[]} args */
function ps(args) {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

/**
 * When the process was born, in whatever unit the system counts: a number that was given to another process since has
 * another birth.
 * @param {number} pid
 * @returns {string} empty where there is no such process
 */
export function birth(pid) {
  const fields = statFields(pid)
  if (fields) return `${bootId()}/${fields[19]}`
  return process.platform === 'linux' ? '' : ps(['-o', 'lstart=', '-p', String(pid)])
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

/** @param {number} pid @returns {number} 0 where there is no such process */
export function parentOf(pid) {
  const fields = statFields(pid)
  if (fields) return Number(fields[1])
  return process.platform === 'linux' ? 0 : Number(ps(['-o', 'ppid=', '-p', String(pid)]))
}

/** Whether that very process still runs. @param {{ pid: number, birth: string }} known */
export const isSame = (known) => isAlive(known.pid) && birth(known.pid) === known.birth

/** @param {number} pid @returns {string} */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return process.platform === 'linux' ? '' : ps(['-o', 'command=', '-p', String(pid)])
  }
}
