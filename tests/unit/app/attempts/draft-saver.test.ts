import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DraftSaver, sameResponse } from '@/app/(student)/attempts/[attemptId]/_room/draft-saver'
import type { Mutation, PendingDraft, SaveReply } from '@/app/(student)/attempts/[attemptId]/_room/drafts'
import type { StoredResponse } from '@/lib/question/field'

let madeIds = 0

/** A server of one problem, as the real one behaves: idempotent by mutation, refusing what is built on old revisions. */
function createServer() {
  const revisions: { mutationId: string; response: StoredResponse }[] = []
  return {
    revisions,
    latest: (): StoredResponse => revisions.at(-1)?.response ?? {},
    held() {
      const mutationId = revisions.at(-1)?.mutationId ?? null
      return { id: 'q', response: this.latest(), revision: revisions.length, savedAt: null, mutationId }
    },
    receive(mutation: Mutation): SaveReply {
      const known = revisions.findIndex((each) => each.mutationId === mutation.mutationId)
      if (known >= 0) {
        const newer = { revision: revisions.length, response: this.latest() }
        const saved = { kind: 'saved', revision: known + 1, savedAt: new Date(0) } as const
        return known + 1 === revisions.length ? saved : { ...saved, newer }
      }
      if (mutation.base !== revisions.length) {
        return { kind: 'stale', ...this.held() }
      }
      revisions.push(mutation)
      return { kind: 'saved', revision: revisions.length, savedAt: new Date(0) }
    },
  }
}

/** A page with timers and a network that the test drives by hand. */
function createPage(server: ReturnType<typeof createServer>, device = new Map<string, PendingDraft>()) {
  let time = 0
  let ids = 0
  const timers = new Map<number, { at: number; run: () => void }>()
  const network: { mutation: Mutation; answer: (reply: SaveReply) => void }[] = []
  const saver = new DraftSaver({
    send: (_item, mutation) => new Promise((answer) => network.push({ mutation, answer })),
    newMutationId: () => `mutation-${madeIds++}`,
    keep: (itemId, pending) => (pending ? device.set(itemId, pending) : device.delete(itemId)),
    now: () => time,
    serverTime: () => new Date(time).toISOString(),
    setTimer: (run, ms) => {
      ids += 1
      timers.set(ids, { at: time + ms, run })
      return ids
    },
    clearTimer: (timer) => timers.delete(timer as number),
  })
  saver.add('q', { response: server.latest(), revision: server.revisions.length, savedAt: null })
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    saver,
    device,
    network,
    draft: () => {
      const draft = saver.drafts().get('q')
      if (!draft) throw new Error('no draft')
      return draft
    },
    async wait(ms: number) {
      time += ms
      for (const [id, timer] of [...timers]) {
        if (timer.at > time) continue
        timers.delete(id)
        timer.run()
      }
      await settle()
    },
    /** What happens to the oldest request under way. */
    async deliver(fate: 'ok' | 'lost' | 'reply-lost') {
      const call = network.shift()
      if (!call) return
      const reply = fate === 'lost' ? null : server.receive(call.mutation)
      call.answer(fate === 'ok' && reply ? reply : { kind: 'unreachable' })
      await settle()
    },
  }
}

describe('DraftSaver', () => {
  it('says saved only after the server has acknowledged', async () => {
    const server = createServer()
    const page = createPage(server)
    page.saver.change('q', 'total', '74')
    expect(page.draft().status).toBe('dirty')
    await page.wait(600)
    expect(page.draft().status).toBe('saving')
    await page.deliver('ok')
    expect(page.draft()).toMatchObject({ status: 'saved', revision: 1 })
    expect(server.latest()).toEqual({ total: '74' })
  })

  it('waits for a pause, but not for ever', async () => {
    const page = createPage(createServer())
    for (let i = 0; i < 10; i += 1) {
      page.saver.change('q', 'total', 'x'.repeat(i))
      await page.wait(300)
    }
    expect(page.network.length).toBe(1)
  })

  it('repeats a save whose reply was lost word for word, then sends what was typed since', async () => {
    const server = createServer()
    const page = createPage(server)
    page.saver.change('q', 'total', 'a')
    await page.wait(600)
    page.saver.change('q', 'total', 'ab')
    await page.deliver('reply-lost')
    expect(page.draft().status).toBe('failed')
    await page.wait(600)
    await page.deliver('ok')
    await page.deliver('ok')
    expect(page.draft().status).toBe('saved')
    expect(server.revisions.map((each) => each.response)).toEqual([{ total: 'a' }, { total: 'ab' }])
  })

  it('shows both answers when somebody else saved in between, and overwrites nothing by itself', async () => {
    const server = createServer()
    const page = createPage(server)
    server.receive({ mutationId: 'elsewhere', base: 0, response: { total: 'theirs' }, typedAt: '' })
    page.saver.change('q', 'total', 'mine')
    await page.wait(600)
    await page.deliver('ok')
    expect(page.draft()).toMatchObject({
      status: 'conflict',
      response: { total: 'mine' },
      theirs: { response: { total: 'theirs' } },
    })
    expect(server.latest()).toEqual({ total: 'theirs' })
    page.saver.resolve('q', 'mine')
    await page.deliver('ok')
    expect(server.latest()).toEqual({ total: 'mine' })
    expect(page.draft().status).toBe('saved')
  })

  it('takes nothing more once the attempt is closed', async () => {
    const page = createPage(createServer())
    page.saver.change('q', 'total', 'late')
    await page.wait(600)
    page.network.shift()?.answer({ kind: 'closed', kept: false })
    await page.wait(1)
    page.saver.change('q', 'total', 'later')
    expect(page.draft()).toMatchObject({ status: 'closed', response: { total: 'late' }, keptLate: false })
    expect(page.device.get('q')?.response).toEqual({ total: 'late' })
    await page.wait(20_000)
    expect(page.network).toEqual([])
  })

  it('hands over everything that came too late, and forgets it once it is kept', async () => {
    const page = createPage(createServer())
    page.saver.change('q', 'total', 'late')
    await page.wait(600)
    page.saver.change('q', 'total', 'later')
    page.network.shift()?.answer({ kind: 'closed', kept: true })
    await page.wait(1)
    expect(page.network.map(({ mutation }) => mutation.response)).toEqual([{ total: 'later' }])
    page.network.shift()?.answer({ kind: 'closed', kept: true })
    await page.wait(1)
    expect(page.draft()).toMatchObject({ status: 'closed', keptLate: true })
    expect(page.device.size).toBe(0)
  })

  it('says of each change when it was typed, also where it is sent much later', async () => {
    const server = createServer()
    const page = createPage(server)
    await page.wait(1_000)
    page.saver.change('q', 'total', 'a')
    for (let i = 0; i < 5; i += 1) {
      await page.wait(9_000)
      await page.deliver('lost')
    }
    await page.wait(9_000)
    expect(page.network.map(({ mutation }) => mutation.typedAt)).toEqual([new Date(1_000).toISOString()])
  })

  it('sends and takes nothing while another window is at work, and loses nothing by it', async () => {
    const server = createServer()
    const page = createPage(server)
    page.saver.change('q', 'total', 'mine')
    page.saver.suspend()
    page.saver.change('q', 'total', 'typed into a page that can only be read')
    await page.wait(20_000)
    expect(page.network).toEqual([])
    expect(page.draft()).toMatchObject({ status: 'elsewhere', response: { total: 'mine' } })
    page.saver.resume([server.held()])
    await page.deliver('ok')
    expect(server.latest()).toEqual({ total: 'mine' })
    expect(page.draft().status).toBe('saved')
  })

  it('shows what another window saved once it is at work again', async () => {
    const server = createServer()
    const page = createPage(server)
    page.saver.suspend()
    server.receive({ mutationId: 'other', base: 0, response: { total: 'theirs' }, typedAt: '' })
    page.saver.resume([server.held()])
    expect(page.draft()).toMatchObject({ status: 'saved', response: { total: 'theirs' }, revision: 1 })
    page.saver.suspend()
    page.saver.resume([server.held()])
    page.saver.change('q', 'total', 'mine')
    page.saver.suspend()
    server.receive({ mutationId: 'again', base: 1, response: { total: 'theirs again' }, typedAt: '' })
    page.saver.resume([server.held()])
    await page.deliver('ok')
    expect(page.draft()).toMatchObject({ status: 'conflict', response: { total: 'mine' } })
  })

  it('has flushed only when what was under way has arrived', async () => {
    const server = createServer()
    const page = createPage(server)
    page.saver.change('q', 'total', 'a')
    void page.saver.flush('q')
    page.saver.change('q', 'total', 'ab')
    let flushed = false
    const done = page.saver.flushAll().then(() => {
      flushed = true
    })
    await page.deliver('ok')
    expect(flushed).toBe(false)
    await page.deliver('ok')
    await done
    expect(server.latest()).toEqual({ total: 'ab' })
    expect(page.draft().status).toBe('saved')
  })

  it('shows what another window saved after a save whose reply was lost', async () => {
    const server = createServer()
    const page = createPage(server)
    page.saver.change('q', 'total', 'mine')
    await page.wait(600)
    await page.deliver('reply-lost')
    page.saver.suspend()
    server.receive({ mutationId: 'other', base: 1, response: { total: 'mine and more' }, typedAt: '' })
    page.saver.resume([server.held()])
    await page.deliver('ok')
    expect(page.draft()).toMatchObject({
      status: 'saved',
      response: { total: 'mine and more' },
      revision: 2,
    })
  })

  it('takes what lies on the device anew once it has the seat, where nothing was typed meanwhile', async () => {
    const server = createServer()
    const older = createPage(server)
    older.saver.change('q', 'total', 'a')
    const page = createPage(server, older.device)
    page.saver.restore(older.device.get('q')!)
    expect(page.draft().response).toEqual({ total: 'a' })
    // The window before saves and types on until this one has the seat.
    await older.wait(600)
    older.saver.change('q', 'total', 'ab')
    await older.deliver('ok')
    const held = [server.held()]
    expect(page.saver.resume(held, [...older.device.values()])).toBe(true)
    await page.deliver('ok')
    expect(page.draft()).toMatchObject({ status: 'saved', response: { total: 'ab' } })
    expect(server.latest()).toEqual({ total: 'ab' })
  })

  for (const when of ['with its seat', 'before it has one'] as const) {
    it(`asks nothing where a page that was left had sent more than its device kept, heard ${when}`, async () => {
      const server = createServer()
      const left = createPage(server)
      left.saver.change('q', 'total', '6*')
      const device = new Map(left.device)
      // Typed on, and sent as the page goes; the device is too slow to keep it.
      left.saver.change('q', 'total', '6*5')
      void left.saver.flushAll()
      await left.deliver('ok')
      const page = createPage(server, device)
      if (when === 'with its seat') page.saver.resume([server.held()], [...device.values()])
      else {
        // Loaded before that save arrived.
        page.saver.add('q', { response: {}, revision: 0, savedAt: null })
        for (const pending of device.values()) page.saver.restore(pending)
        void page.saver.flushAll()
        await page.deliver('ok')
      }
      expect(page.draft()).toMatchObject({ status: 'saved', response: { total: '6*5' }, revision: 1 })
      expect(page.network).toEqual([])
      page.saver.change('q', 'total', '6*5+5')
      await page.wait(600)
      await page.deliver('ok')
      expect(server.latest()).toEqual({ total: '6*5+5' })
      expect(page.device.size).toBe(0)
    })
  }

  it('keeps what the server refuses on the device', async () => {
    const page = createPage(createServer())
    page.saver.change('q', 'total', 'too long')
    await page.wait(600)
    page.network.shift()?.answer({ kind: 'refused', message: 'too long' })
    await page.wait(1)
    expect(page.draft().status).toBe('refused')
    expect(page.device.get('q')?.response).toEqual({ total: 'too long' })
  })

  it('tries at once when the server can be reached again, however long it was away', async () => {
    const server = createServer()
    const page = createPage(server)
    page.saver.change('q', 'total', 'a')
    for (let i = 0; i < 6; i += 1) {
      await page.wait(9_000)
      await page.deliver('lost')
    }
    page.saver.retry()
    await page.deliver('ok')
    expect(page.draft().status).toBe('saved')
  })

  it('loses nothing over any sequence of typing, faults and reloads', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const), text: fc.string({ maxLength: 4 }) }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 9_000 }) }),
      fc.record({ do: fc.constantFrom('ok' as const, 'lost' as const, 'reply-lost' as const) }),
      fc.record({ do: fc.constant('reload' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const server = createServer()
        const device = new Map<string, PendingDraft>()
        let page = createPage(server, device)
        let typed: StoredResponse = {}
        for (const each of steps) {
          if (each.do === 'type') {
            typed = { total: each.text }
            page.saver.change('q', 'total', each.text)
          } else if (each.do === 'wait') await page.wait(each.ms)
          else if (each.do === 'reload') {
            // Requests under way die with the page, some after the server had stored them.
            for (const [i, call] of page.network.entries()) if (i % 2 === 0) server.receive(call.mutation)
            page = createPage(server, device)
            const kept = device.get('q')
            if (kept) page.saver.restore(kept)
            void page.saver.flushAll()
          } else await page.deliver(each.do)
          // "Saved" is never said of something the server does not hold.
          if (page.draft().status === 'saved')
            expect(sameResponse(page.draft().response, server.latest())).toBe(true)
          expect(page.draft().status).not.toBe('conflict')
        }
        for (let i = 0; i < 6; i += 1) {
          await page.wait(9_000)
          await page.deliver('ok')
          await page.deliver('ok')
        }
        expect(page.draft().status).toBe('saved')
        expect(sameResponse(server.latest(), typed)).toBe(true)
        expect(device.size).toBe(0)
      }),
      { numRuns: 300 },
    )
  })
})
