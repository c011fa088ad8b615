import type { IncomingMessage, ServerResponse } from 'node:http'

/** Pages drawn at once. Drawing is work of one core: more at once makes none of them earlier, and saves later. */
const AT_ONCE = 4
/** A page that is drawn but read slowly gives up its place after this long, milliseconds. */
const LONGEST_MS = 2_000

/**
 * Lets pages through a few at a time, first come first served, so that a room that opens its pages together neither
 * holds up the saves of another nor fills the memory. Only reading takes a place: an action that ends in another page
 * asks this same server for it and would wait for itself.
 */
export function createPageGate(): (
  request: IncomingMessage,
  response: ServerResponse,
  draw: () => void,
) => void {
  const waiting: (() => void)[] = []
  let drawing = 0

  const enter = (response: ServerResponse, draw: () => void) => {
    drawing += 1
    let left = false
    const leave = () => {
      if (left) return
      left = true
      clearTimeout(slow)
      drawing -= 1
      // Saves that arrived meanwhile come first.
      setImmediate(next)
    }
    const slow = setTimeout(leave, LONGEST_MS)
    response.once('close', leave)
    response.once('finish', leave)
    draw()
  }
  const next = () => {
    if (drawing < AT_ONCE) waiting.shift()?.()
  }

  return (request, response, draw) => {
    if (request.method !== 'GET' || request.url?.startsWith('/_next/static/')) return draw()
    if (drawing < AT_ONCE) return enter(response, draw)
    waiting.push(() => {
      // Whoever has given up waiting is drawn nothing.
      if (response.destroyed || request.socket.destroyed) next()
      else enter(response, draw)
    })
  }
}
