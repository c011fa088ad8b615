import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createPageGate } from '@/lib/server/page-gate'

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

class Response extends EventEmitter {
  destroyed = false
}

/** A gate before pages that the test finishes by hand. */
function world() {
  const drawn: string[] = []
  const gate = createPageGate()
  const ask = (url: string, method = 'GET') => {
    const response = new Response()
    const request = { url, method, socket: { destroyed: false } }
    gate(request as IncomingMessage, response as unknown as ServerResponse, () => drawn.push(url))
    return response
  }
  return { drawn, ask }
}

describe('createPageGate', () => {
  it('lets four through and then each in turn as one is done', async () => {
    const { drawn, ask } = world()
    const pages = Array.from({ length: 6 }, (_, i) => ask(`/page-${i}`))
    expect(drawn).toEqual(['/page-0', '/page-1', '/page-2', '/page-3'])
    pages[2]?.emit('finish')
    pages[2]?.emit('close')
    await settle()
    expect(drawn.at(-1)).toBe('/page-4')
    expect(drawn).toHaveLength(5)
    for (const page of pages) page.emit('close')
    await settle()
    expect(drawn.at(-1)).toBe('/page-5')
  })

  it('holds up no file of the build and no action, which may ask this server for a page itself', () => {
    const { drawn, ask } = world()
    for (let i = 0; i < 4; i += 1) ask(`/page-${i}`)
    ask('/waits')
    ask('/_next/static/chunk.js')
    ask('/exams/1', 'POST')
    expect(drawn.slice(4)).toEqual(['/_next/static/chunk.js', '/exams/1'])
  })

  it('draws nothing for those who have left while waiting', async () => {
    const { drawn, ask } = world()
    const [first] = Array.from({ length: 4 }, (_, i) => ask(`/page-${i}`))
    const left = ask('/left')
    ask('/stays')
    left.destroyed = true
    first?.emit('close')
    await settle()
    expect(drawn.slice(4)).toEqual(['/stays'])
  })
})
