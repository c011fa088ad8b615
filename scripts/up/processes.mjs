import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { inData, root, shown } from './paths.mjs'
import { Problem, Stopped } from './problem.mjs'
import { isAlive } from './process-identity.mjs'
import { until } from './wait.mjs'

/**
 * @typedef {object} Running
 * @property {import('node:child_process').ChildProcess} child
 * @property {NodeJS.Signals} stopSignal
 * @property {boolean} ownGroup whether it leads a process group of its own
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} ended
 */

/** Everything that was started and has not ended, oldest first. @type {Set<Running>} */
const running = new Set()

/** @type {import('node:child_process').ChildProcess | null} */
let reaper = null
let stopping = false

export const isStopping = () => stopping

/** Tells the reaper, which cleans up after us should we be killed. @param {string} line */
function tellReaper(line) {
  if (!reaper) {
    reaper = spawn(process.execPath, [path.join(import.meta.dirname, 'reaper.mjs')], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      cwd: '/',
    })
    reaper.on('error', () => {})
    reaper.stdin?.on('error', () => {})
    const pipe = /** @type {import('node:net').Socket | null} */ (reaper.stdin)
    // Neither the reaper nor the pipe to it keeps this process alive.
    pipe?.unref()
    reaper.unref()
  }
  reaper.stdin?.write(`${line}\n`)
}

/**
 * Starts a program in a process group of its own (unless told otherwise), so that Ctrl-C in the terminal reaches only
 * us and we can stop things in order.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { stopSignal?: NodeJS.Signals }} options
 * @returns {Running}
 */
export function launch(file, args, { stopSignal = 'SIGTERM', ...options }) {
  if (stopping) throw new Stopped()
  const child = spawn(file, args, { cwd: root, detached: true, ...options })
  const ownGroup = options.detached !== false
  /** @type {Running['ended']} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  const entry = { child, stopSignal, ownGroup, ended }
  if (child.pid !== undefined) {
    running.add(entry)
    tellReaper(`+${child.pid} ${stopSignal}`)
  }
  const forget = () => {
    running.delete(entry)
    if (child.pid !== undefined) tellReaper(`-${child.pid}`)
  }
  ended.then(forget, forget)
  return entry
}

/**
 * Asks a program to end, and makes it end when it does not.
 * @param {Running} entry
 * @param {number} [patience] milliseconds
 */
export async function stop({ child, stopSignal, ownGroup, ended }, patience = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  signal(child.pid, stopSignal, ownGroup)
  let gone = false
  ended.then(
    () => {
      gone = true
    },
    () => {
      gone = true
    },
  )
  if (await until(() => gone, patience)) return
  signal(child.pid, 'SIGKILL', ownGroup)
  await until(() => gone, 5_000)
}

/** @param {number} pid @param {NodeJS.Signals} name @param {boolean} ownGroup */
function signal(pid, name, ownGroup) {
  try {
    // PostgreSQL (the one stopped by SIGINT) sees to its own children; of all else the whole group is signalled.
    process.kill(ownGroup && name !== 'SIGINT' ? -pid : pid, name)
  } catch {
    // Already gone.
  }
}

/** @type {Promise<void> | null} */
let allStopped = null

/** Stops everything that was started here, newest first; nothing more can be started afterwards. */
export function stopAll() {
  stopping = true
  allStopped ??= (async () => {
    for (const entry of [...running].reverse()) await stop(entry)
  })()
  return allStopped
}

/** For the second Ctrl-C: no more patience. */
export function killAll() {
  for (const { child, ownGroup } of running)
    if (child.pid !== undefined) signal(child.pid, 'SIGKILL', ownGroup)
}

/** @param {number} pid */
export function waitGone(pid, milliseconds = 10_000) {
  return until(() => !isAlive(pid), milliseconds)
}

const kept = 64 * 1024

/**
 * Runs a program to its end. Its words are kept in .data/log and shown only when it fails.
 * @param {string} name for the log file and the sentence, e.g. 'next build'
 * @param {string[]} args what Node is to run
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean }} [options] show: pass its output through
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function attempt(name, args, { env = process.env, show = false } = {}) {
  let output = ''
  const file = inData('log', `${name.replaceAll(/\W+/g, '-')}.log`)
  const log = createWriteStream(file)
  log.on('error', () => {})
  const entry = launch(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [entry.child.stdout, entry.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output = (output + text).slice(-kept)
      log.write(text)
      if (show) process.stdout.write(text)
    })
  }
  const closed = new Promise((resolve) => entry.child.on('close', resolve))
  const { code, signal: killedBy } = await entry.ended
  await closed
  log.end()
  if (stopping) throw new Stopped()
  return { code: code ?? (killedBy ? 128 : 1), output }
}

/**
 * Like attempt, but a failure is a problem.
 * @param {string} name
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, mend?: string }} [options]
 * @returns {Promise<string>} what it wrote
 */
export async function run(name, args, { env, mend } = {}) {
  const { code, output } = await attempt(name, args, { env })
  if (code !== 0) {
    const hint = mend ?? `its words are below and in ${shown(inData('log'))}`
    throw new Problem(`\`${name}\` failed (exit code ${code}): ${hint}.`, output.trim())
  }
  return output
}
