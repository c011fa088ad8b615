import vm from 'node:vm'
import { beforeEach, describe, expect, it } from 'vitest'
import { BEGIN_SCRIPT, END_SCRIPT } from '@/lib/server/roads/lti-scripts'

const PLATFORM = 'https://sso.lms.example'

interface Sent {
  readonly message: { subject: string; message_id: string; key: string; value?: string }
  readonly to: string
}

/** A frame of ours beside the platform's, as the scripts see it. */
function frame(given: object, kept = false) {
  const sent: Sent[] = []
  const listeners = new Set<(event: object) => void>()
  const timers: (() => void)[] = []
  const shown: Record<string, { hidden: boolean; value: string }> = {
    wait: { hidden: false, value: '' },
    window: { hidden: true, value: '' },
    state: { hidden: true, value: '' },
    browser: { hidden: true, value: '' },
  }
  const storage = { postMessage: (message: Sent['message'], to: string) => sent.push({ message, to }) }
  const parent = { frames: { lti_storage: storage }, postMessage: () => sent.push({} as Sent) }
  const went: string[] = []
  const world = {
    parent,
    document: {
      body: { dataset: { given: JSON.stringify(given) } },
      getElementById: (id: string) => shown[id],
      querySelector: () => ({ addEventListener: () => undefined }),
    },
    location: { replace: (to: string) => went.push(to) },
    fetch: async () => ({ ok: true, json: async () => ({ kept }) }),
    crypto: { randomUUID: () => 'id-1' },
    addEventListener: (_: string, hear: (event: object) => void) => listeners.add(hear),
    removeEventListener: (_: string, hear: (event: object) => void) => listeners.delete(hear),
    setTimeout: (run: () => void) => timers.push(run),
    clearTimeout: () => undefined,
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return {
    sent,
    shown,
    went,
    storage,
    async run(script: string) {
      vm.runInNewContext(script, { ...world, window: world })
      await settled()
    },
    async hear(event: object) {
      for (const listener of [...listeners]) listener(event)
      await settled()
    },
    async runOut() {
      for (const run of timers) run()
      await settled()
    },
  }
}

const given = {
  key: 'lti-abc',
  value: 'secret',
  location: `${PLATFORM}/auth?state=abc`,
  storage: { target: 'lti_storage', origin: PLATFORM },
}

describe('the secret of a launch in the platform’s storage', () => {
  let page: ReturnType<typeof frame>
  let good: { origin: string; source: object; data: object }
  beforeEach(() => {
    page = frame(given)
    good = {
      origin: PLATFORM,
      source: page.storage,
      data: { subject: 'lti.get_data.response', message_id: 'id-1', key: 'lti-abc', value: 'secret' },
    }
  })

  it('is told to the origin of the registered login alone, and the launch goes on when it is kept', async () => {
    await page.run(BEGIN_SCRIPT)
    expect(page.sent).toEqual([
      {
        to: PLATFORM,
        message: { subject: 'lti.put_data', message_id: 'id-1', key: 'lti-abc', value: 'secret' },
      },
    ])
    expect(page.went).toEqual([])
    await page.hear({ ...good, data: { ...good.data, subject: 'lti.put_data.response' } })
    expect(page.went).toEqual([given.location])
  })

  it('is believed from that origin, that frame, and as the answer to what was asked alone', async () => {
    await page.run(END_SCRIPT)
    expect(page.sent[0]).toMatchObject({ to: PLATFORM, message: { subject: 'lti.get_data', key: 'lti-abc' } })
    for (const forged of [
      { ...good, origin: 'https://evil.example' },
      { ...good, source: {} },
      { ...good, data: { ...good.data, message_id: 'id-2' } },
      { ...good, data: { ...good.data, subject: 'lti.put_data.response' } },
      { ...good, data: null },
    ]) {
      await page.hear(forged)
      expect(page.shown.browser?.value).toBe('')
      expect(page.shown.window?.hidden).toBe(true)
    }
    await page.hear(good)
    expect(page.shown.browser?.value).toBe('secret')
    expect(page.shown.window?.hidden).toBe(false)
  })

  it.each([
    ['an error', { error: { code: 'bad_request' } }],
    ['another key', { key: 'lti-other' }],
    ['nothing', { value: '' }],
  ])('is not there where the platform answers with %s', async (_, over) => {
    await page.run(END_SCRIPT)
    await page.hear({ ...good, data: { ...good.data, ...over } })
    expect(page.shown.window?.hidden).toBe(true)
    expect(page.shown.state?.hidden).toBe(false)
  })

  it('is not waited for longer than three seconds: a window is offered', async () => {
    await page.run(BEGIN_SCRIPT)
    expect(page.shown.window?.hidden).toBe(true)
    await page.runOut()
    expect(page.shown.window?.hidden).toBe(false)
    expect(page.went).toEqual([])
  })

  it('is not told to anybody where the browser keeps its cookie', async () => {
    const keeping = frame(given, true)
    await keeping.run(BEGIN_SCRIPT)
    expect(keeping.sent).toEqual([])
    expect(keeping.went).toEqual([given.location])
  })
})
