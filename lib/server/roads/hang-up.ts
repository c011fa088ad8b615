import type { IncomingMessage, ServerResponse } from 'node:http'

/** What is still read of a body that was refused, and for how long: so that the client comes to read the refusal. */
const LINGER_BYTES = 1024 * 1024
const LINGER_MS = 2_000

/** Ends the connection once the reply is out: the rest of the body is thrown away, and not for ever. */
export function hangUpAfter(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close')
  let left = LINGER_BYTES
  const timer = setTimeout(() => request.destroy(), LINGER_MS)
  request.on('close', () => clearTimeout(timer))
  request.on('error', () => undefined)
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) request.destroy()
  })
  request.resume()
}
