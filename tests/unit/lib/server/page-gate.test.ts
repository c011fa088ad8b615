import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createPageGate } from '@/lib/server/page-gate'

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A gate before pages that the test finishes by hand. */
function world() {
  const rendering: { url: string; finish: () => void; fail: () => void }[] = []
  const gate = createPageGate(
    ({ url = '' }) =>
      new Promise((resolve, reject) =>
        rendering.push({ url, finish: resolve, fail: () => reject(new Error(url)) }),
      ),
  )
  const ask = (url: string, response = { closed: false, destroyed: false }) =>
    gate({ url } as IncomingMessage, response as ServerResponse)
  return { rendering, ask }
}

describe('createPageGate', () => {
  it('lets four through and then each in turn as one is done, also where a page failed', async () => {
    const { rendering, ask } = world()
    const asked = Array.from({ length: 7 }, (_, i) => ask(`/page-${i}`).catch(() => 'failed'))
    await settle()
    expect(rendering.map(({ url }) => url)).toEqual(['/page-0', '/page-1', '/page-2', '/page-3'])
    rendering[2]?.fail()
    await settle()
    expect(rendering.at(-1)?.url).toBe('/page-4')
    for (let i = 0; i < 7; i += 1) {
      rendering[i]?.finish()
      await settle()
    }
    expect((await Promise.all(asked)).filter((outcome) => outcome === 'failed')).toHaveLength(1)
    void ask('/after')
    await settle()
    expect(rendering.at(-1)?.url).toBe('/after')
  })

  it('holds up no file of the build, and renders nothing for those who have left', async () => {
    const { rendering, ask } = world()
    for (let i = 0; i < 4; i += 1) void ask(`/page-${i}`)
    const gone = { closed: false, destroyed: false }
    const left = ask('/left', gone)
    void ask('/_next/static/chunk.js')
    await settle()
    expect(rendering.at(-1)?.url).toBe('/_next/static/chunk.js')
    gone.closed = true
    rendering[0]?.finish()
    await left
    expect(rendering.map(({ url }) => url)).not.toContain('/left')
  })
})
