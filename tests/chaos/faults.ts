import type { Sitting } from './sitting'
import { waitFor } from './wait'

/** What goes wrong: it strikes in the middle of typing, and the student goes on as soon as possible. */
export interface Fault {
  /** Whether the page that was typed into is gone afterwards, and a new one has to restore the work. */
  readonly losesPage: boolean
  /** Resolves when the fault is over. `struck` is called at the moment from which on nothing typed is promised. */
  strike(sitting: Sitting, struck: () => void): Promise<void>
}

/** Half of the time while a save is on its way, otherwise at once. */
async function atSomeMoment(sitting: Sitting): Promise<void> {
  const { rng, world } = sitting
  if (rng.int(0, 1) === 0) return
  const saving = world.network.nextSave()
  await sitting.work(1)
  await saving
}

/** Types until the page has noticed that it is alone, then as `meanwhile` has it, and lets the network come back. */
async function withoutNetwork(sitting: Sitting, meanwhile: () => Promise<unknown>): Promise<void> {
  const page = sitting.page()
  await page.context().setOffline(true)
  await sitting.work(2)
  const sign = page.getByTestId('save-state')
  await waitFor('the page to notice', async () => (await sign.getAttribute('data-state')) === 'failed')
  await meanwhile()
  await page.context().setOffline(false)
}

const gone = (losesPage: boolean, strike: Fault['strike']): Fault => ({ losesPage, strike })

export const faults = {
  'tab closed': gone(true, async (sitting, struck) => {
    await atSomeMoment(sitting)
    struck()
    await sitting.page().close()
    await sitting.open()
  }),

  'tab crashed': gone(true, async (sitting, struck) => {
    await atSomeMoment(sitting)
    const page = sitting.page()
    const devtools = await page.context().newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    struck()
    // Never answered by a renderer that has crashed.
    devtools.send('Page.crash').catch(() => undefined)
    await crashed
    await page.close()
    await sitting.open()
  }),

  'browser killed': gone(true, async (sitting, struck) => {
    await atSomeMoment(sitting)
    struck()
    await sitting.world.browser.kill()
    await sitting.world.browser.launch()
    await sitting.open()
  }),

  /** Typing goes on for long without a network, then the browser dies before it returns. */
  'offline, then killed': gone(true, async (sitting, struck) => {
    await sitting.page().context().setOffline(true)
    await sitting.work(4)
    struck()
    await sitting.world.browser.kill()
    await sitting.world.browser.launch()
    await sitting.open()
  }),

  offline: gone(false, async (sitting, struck) => {
    struck()
    await withoutNetwork(sitting, () => sitting.work(sitting.rng.int(2, 5)))
  }),

  /** Long enough for the page to come to its slowest retry, with typing all along. */
  'offline for long': gone(false, async (sitting, struck) => {
    let failures = 0
    sitting.page().on('requestfailed', (request) => {
      if (request.url().endsWith('/save')) failures += 1
    })
    struck()
    await withoutNetwork(sitting, async () => {
      for (let so = 2; so <= 7; so += 1) {
        await sitting.work(1)
        await waitFor(`${3 * so} failures`, () => failures >= 3 * so)
      }
    })
  }),

  'server killed': gone(false, async (sitting, struck) => {
    const saving = sitting.world.network.nextSave()
    await sitting.work(1)
    await saving
    struck()
    await sitting.world.server.kill()
    await Promise.all([sitting.world.server.start(), sitting.work(3)])
  }),

  /** The page dies too while the server is away. */
  'server and tab killed': gone(true, async (sitting, struck) => {
    await sitting.world.server.kill()
    await sitting.work(3)
    struck()
    await sitting.page().close()
    await sitting.world.server.start()
    await sitting.open()
  }),

  'database crashed': gone(false, async (sitting, struck) => {
    await atSomeMoment(sitting)
    struck()
    await Promise.all([sitting.world.database.restart(), sitting.work(3)])
  }),

  'connections cut': gone(false, async (sitting, struck) => {
    await atSomeMoment(sitting)
    struck()
    await Promise.all([sitting.world.database.cutConnections(), sitting.work(2)])
  }),

  'client asleep': gone(false, async (sitting, struck) => {
    await atSomeMoment(sitting)
    struck()
    sitting.world.browser.signal('SIGSTOP')
    // The server goes on without the client: it is asleep for as long as that takes.
    await sitting.world.database.cutConnections()
    await waitFor('the server', async () => (await fetch(`${sitting.world.url}/api/health/ready`)).ok)
    sitting.world.browser.signal('SIGCONT')
  }),

  'page frozen': gone(false, async (sitting, struck) => {
    const page = sitting.page()
    await atSomeMoment(sitting)
    const devtools = await page.context().newCDPSession(page)
    struck()
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    await sitting.world.database.cutConnections()
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await devtools.detach()
  }),

  'replies lost': gone(false, async (sitting, struck) => {
    sitting.world.network.loseReplies = sitting.rng.int(2, 4)
    struck()
    await sitting.work(3)
    await waitFor('all of them to be lost', () => sitting.world.network.loseReplies === 0)
  }),

  'reply lost, then killed': gone(true, async (sitting, struck) => {
    const { network, browser } = sitting.world
    network.loseReplies = 1
    await sitting.work(2)
    await waitFor('it to be lost', () => network.loseReplies === 0)
    struck()
    await browser.kill()
    await browser.launch()
    await sitting.open()
  }),

  'slow network': gone(false, async (sitting, struck) => {
    sitting.world.network.delay = sitting.rng.int(300, 1_500)
    struck()
    await sitting.work(4)
    sitting.world.network.delay = 0
  }),

  'taken over': gone(true, async (sitting, struck) => {
    const older = sitting.page()
    // It can only be read once it is the older one.
    older.setDefaultTimeout(2_000)
    // The older window is typed into until the newer one has the seat.
    const typing = sitting.work(3)
    struck()
    await sitting.open()
    await typing
    await older.close()
  }),
} as const satisfies Record<string, Fault>

export type FaultName = keyof typeof faults
export const faultNames = Object.keys(faults) as FaultName[]
