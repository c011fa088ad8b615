import { loadDotEnv } from './dot-env.mjs'
import { makeDataFolder } from './paths.mjs'
import { asProblem, Problem, Stopped } from './problem.mjs'
import { parentOf } from './process-identity.mjs'
import { killAll, stopAll } from './processes.mjs'
import { say } from './say.mjs'

/** @type {Record<string, () => Promise<(args: string[]) => Promise<number>>>} the exit code comes back */
const commands = {
  start: async () => (await import('./serve.mjs')).start,
  dev: async () => (await import('./serve.mjs')).develop,
  test: async () => (await import('./test/run.mjs')).test,
  bench: async () => (await import('./test/bench.mjs')).bench,
  'bench-gradebook': async () => (await import('./test/bench.mjs')).benchGradebook,
  'bench-live': async () => (await import('./test/bench.mjs')).benchLive,
  'bench-regrade': async () => (await import('./test/bench.mjs')).benchRegrade,
  chaos: async () => (await import('./chaos.mjs')).chaos,
  'demo-data': async () => (await import('./on-database.mjs')).demoData,
  'admin-password': async () => (await import('./on-database.mjs')).adminPassword,
  questions: async () => (await import('./on-database.mjs')).questionFiles,
  prisma: async () => (await import('./prisma.mjs')).prisma,
}

let askedToStop = false

/** @param {string[]} args */
export async function main([name = 'start', ...args]) {
  // Whoever read our output may be gone (`npm start | head`); that is no reason to fall over.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  stopOnSignals()
  let code
  try {
    const load = commands[name]
    if (!load) throw new Problem(`There is no command "${name}": use ${Object.keys(commands).join(', ')}.`)
    loadDotEnv(process.env)
    makeDataFolder()
    const command = await load()
    code = await command(args)
  } catch (error) {
    code = askedToStop || error instanceof Stopped ? (name === 'test' ? 130 : 0) : report(error)
  }
  await stopAll()
  process.exit(code)
}

/** @param {unknown} error @returns {number} the exit code */
function report(error) {
  const problem = asProblem(error)
  if (problem) console.error(`\n${problem.message}${problem.details ? `\n\n${problem.details}` : ''}\n`)
  else console.error(error)
  return 1
}

function stopOnSignals() {
  let first = 0
  const stop = () => {
    if (first > 0) {
      // Ctrl-C in a terminal reaches us twice, once by way of npm; only a later one means impatience.
      if (performance.now() - first > 1000) killAll()
      return
    }
    first = performance.now()
    askedToStop = true
    say('Stopping …')
    void stopAll()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  stopWithNpm(stop)
}

/**
 * Under npm, an npm that was killed outright takes us with it. Between it and us there may be a shell.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const grandparent = parentOf(parent)
  setInterval(() => {
    const alone = process.ppid !== parent || parentOf(parent) !== grandparent
    if (alone && !askedToStop) stop()
  }, 500).unref()
}
