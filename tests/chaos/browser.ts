import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { waitFor } from './wait'

type Cookies = Parameters<BrowserContext['addCookies']>[0]

/** A Chromium with a profile of its own on disk, so that what it kept is there again after it was killed. */
export interface Chromium {
  context(): BrowserContext
  /** kill -9 for the browser and all its renderers. */
  kill(): Promise<void>
  /** After a kill: the same profile anew. Cookies of the login are set again: browsers write them late. */
  launch(): Promise<void>
  /** Stops and continues every process of the browser, as a laptop that is closed and opened. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
  keepCookies(): Promise<void>
  remove(): Promise<void>
}

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-session-crashed-bubble',
  '--remote-debugging-port=0',
]

export async function openChromium(): Promise<Chromium> {
  const profile = mkdtempSync(path.join(tmpdir(), 'quizgrad-profile-'))
  let child: ChildProcess
  let browser: Browser
  let cookies: Cookies = []

  const launch = async () => {
    const portFile = path.join(profile, 'DevToolsActivePort')
    rmSync(portFile, { force: true })
    const executable = process.env.CHROMIUM_PATH ?? chromium.executablePath()
    // A group of its own, so that the renderers are reached too.
    child = spawn(executable, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
      detached: true,
      stdio: 'ignore',
    })
    process.once('exit', killWithUs)
    const read = () => {
      try {
        const [port, address] = readFileSync(portFile, 'utf8').split('\n')
        return port && address ? `ws://127.0.0.1:${port}${address}` : null
      } catch {
        return null
      }
    }
    browser = await chromium.connectOverCDP(await waitFor('the browser', read))
    if (cookies.length > 0) await context().addCookies(cookies)
  }
  const killWithUs = () => signal('SIGKILL')
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name)
    } catch {
      // Gone already.
    }
  }
  const context = () => {
    const [own] = browser.contexts()
    if (!own) throw new Error('the browser has no context')
    return own
  }
  const kill = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    signal('SIGKILL')
    await gone
    process.off('exit', killWithUs)
    await browser.close().catch(() => undefined)
  }
  await launch()
  return {
    context,
    kill,
    launch,
    signal,
    async keepCookies() {
      cookies = await context().cookies()
    },
    async remove() {
      await kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
