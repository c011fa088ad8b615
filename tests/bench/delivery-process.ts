import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Memory that a process holds, MiB; null where this machine does not tell. */
export function residentMemory(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  } catch {
    try {
      return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
    } catch {
      return null
    }
  }
}

/**
 * Time on a core that a process has used, milliseconds, in steps of 10; null where this machine does not tell. Unlike
 * the time on the clock it hardly depends on what else the machine does.
 */
export function coreTime(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}

/** Watches the memory of a process; `stop` gives start, peak and end in MiB. */
export function watchMemory(pid: number): { stop(): { start: number; peak: number; end: number } } {
  const read = () => residentMemory(pid) ?? Number.NaN
  const start = read()
  let peak = start
  const timer = setInterval(() => {
    peak = Math.max(peak, read())
  }, 250)
  return {
    stop() {
      clearInterval(timer)
      const end = read()
      return { start, peak: Math.max(peak, end), end }
    },
  }
}
