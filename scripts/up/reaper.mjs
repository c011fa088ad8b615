// Runs beside the start command and outlives it by a moment: when that one is gone, however it went (also by
// `kill -9`), its end of our standard input closes, and whatever it still had running is stopped here.
// Lines read: `+<pid> <signal>` a process group to look after, `-<pid>` it has ended.
import { createInterface } from 'node:readline'
import { isAlive } from './process-identity.mjs'
import { until } from './wait.mjs'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

/** @type {Map<number, NodeJS.Signals>} */
const watched = new Map()

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [pid, signal] = line.slice(1).split(' ')
    if (line.startsWith('+')) watched.set(Number(pid), /** @type {NodeJS.Signals} */ (signal))
    else watched.delete(Number(pid))
  })
  .on('close', () => void reap())

async function reap() {
  // The newest first: the server before its database.
  for (const [pid, signal] of [...watched].reverse()) {
    signalGroup(pid, signal)
    if (!(await until(() => !isAlive(pid), 8_000))) signalGroup(pid, 'SIGKILL')
  }
  process.exit(0)
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    // PostgreSQL's own children are its business; everything else is signalled as a group.
    process.kill(signal === 'SIGINT' ? pid : -pid, signal)
  } catch {
    // Already gone.
  }
}
