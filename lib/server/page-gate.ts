import type { IncomingMessage, ServerResponse } from 'node:http'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Pages under way at once: rendering is work of one thread, so more would only make everybody wait longer. */
const AT_ONCE = 4

/**
 * Lets a few pages through at a time, first come, first served. When a whole room asks for pages in the same moment,
 * saves still get their turn between them, instead of waiting for hundreds of half-rendered pages. Files of the build
 * are not held up; whoever has left while waiting is not served any more.
 */
export function createPageGate(handle: Handler): Handler {
  let running = 0
  const waiting: (() => void)[] = []

  return async (request, response) => {
    if (request.url?.startsWith('/_next/static/')) return handle(request, response)
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      if (!response.destroyed && !response.closed) await handle(request, response)
    } finally {
      // The place goes to the next in line, or back.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
