import type { ServerResponse } from 'node:http'
import type { Call } from './road'

const MAX_UNREAD = 64 * 1024

/**
 * Begins a stream of server-sent events. Null where the page is gone already: nobody would ever tell that it left.
 * @param most unread bytes that are kept for a page before it is let go
 */
export function openStream(
  { request }: Call,
  response: ServerResponse,
  most = MAX_UNREAD,
): { readonly event: (name: string, data: unknown) => void; readonly beat: () => void } | null {
  if (response.destroyed || request.socket.destroyed) return null
  response.on('error', () => response.destroy())
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  const write = (text: string) => {
    // A page that stays open and does not read gets no more of our memory.
    if (response.writableLength > most) response.destroy()
    else if (!response.writableEnded) response.write(text)
  }
  write('retry: 2000\n\n')
  return {
    event: (name, data) => write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(': still here\n\n'),
  }
}
