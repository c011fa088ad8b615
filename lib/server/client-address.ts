import type { IncomingMessage } from 'node:http'

/** Header in which our own server hands the address on; whatever a client wrote into it is replaced. */
export const CLIENT_ADDRESS = 'x-client-address'

/** Where a request comes from: who connects, or whom the proxy before us names last. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const connected = request.socket.remoteAddress ?? 'unknown'
  if (!trustProxy) return connected
  const forwarded = request.headers['x-forwarded-for']
  const named = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').at(-1)?.trim()
  return named || connected
}
