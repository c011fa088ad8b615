import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '../../..')

const sources = [
  'app',
  'lib',
  'prisma',
  'questions',
  'scripts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'postcss.config.js',
  'prisma.config.ts',
  'tsconfig.json',
]

/** A checkout of its own, with the packages already installed. */
export async function aCheckout(options: { readonly installed: boolean } = { installed: true }) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quizgrad-start-'))
  // As a checkout usually is: others may pass.
  await chmod(folder, 0o755)
  for (const name of sources) await cp(path.join(root, name), path.join(folder, name), { recursive: true })
  if (options.installed) await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return {
    folder,
    remove: async () => {
      for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL')
      await eventually(() => processesOf(folder).length === 0)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export interface Command {
  readonly pid: number
  readonly child: ChildProcess
  output(): string
  /** Waits until the words are on the terminal; fails when the command ends before. */
  says(words: string | RegExp): Promise<void>
  /** The exit code, when it and everybody who shares its terminal has ended. */
  readonly ended: Promise<number | null>
  /** When it has ended itself. */
  readonly gone: Promise<void>
}

/** Runs `node scripts/up.mjs …` in the folder as a person would. */
export function up(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  node: readonly string[] = [process.execPath],
): Command {
  const { DATABASE_URL, NODE_ENV, npm_execpath, npm_lifecycle_event, ...rest } = process.env
  const [file = '', ...flags] = node
  const child = spawn(file, [...flags, 'scripts/up.mjs', ...args], {
    cwd: folder,
    env: { NODE_ENV: 'production', ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let over = false
  void ended.then(() => {
    over = true
  })
  const matches = (words: string | RegExp) =>
    typeof words === 'string' ? output.includes(words) : words.test(output)
  return {
    pid: child.pid ?? 0,
    child,
    output: () => output,
    ended,
    gone,
    async says(words) {
      await eventually(() => over || matches(words))
      if (!matches(words)) throw new Error(`It never said ${words}:\n${output}`)
    },
  }
}

/** Waits for a condition, up to a minute. */
export async function eventually(condition: () => boolean): Promise<void> {
  const end = performance.now() + 60_000
  while (!condition()) {
    if (performance.now() > end) throw new Error(`It never came true: ${condition}`)
    await pause(50)
  }
}

/** Every process that runs from the folder or on its data (Linux only). */
export function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid && belongs(pid, folder))
}

function belongs(pid: number, folder: string): boolean {
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return commandLine.includes(folder) || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)
  } catch {
    // It has ended while we looked.
    return false
  }
}

/** Those of its processes whose command line holds the words. */
export const processesLike = (folder: string, words: string): number[] =>
  processesOf(folder).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(words)
    } catch {
      return false
    }
  })

export interface Listener {
  readonly port: number
  close(): Promise<void>
}

/** A program that holds a port. */
export const listen = (port = 0): Promise<Listener> =>
  new Promise((resolve, reject) => {
    const sockets = new Set<net.Socket>()
    const server = net.createServer((socket) => sockets.add(socket.on('error', () => {})))
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address()
      const close = () => {
        for (const socket of sockets) socket.destroy()
        return new Promise<void>((done) => server.close(() => done()))
      }
      resolve({ port: typeof address === 'object' && address ? address.port : 0, close })
    })
  })

/** A port that was free a moment ago. */
export async function aFreePort(): Promise<number> {
  const listener = await listen()
  await listener.close()
  return listener.port
}
