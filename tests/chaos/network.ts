import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { freePort } from '@/tests/helpers/app-server'

/** A save that the server has acknowledged, whether or not the browser heard of it. */
export interface Acknowledged {
  readonly itemId: string
  readonly mutationId: string
  readonly revision: number
  readonly response: unknown
}

const sentSchema = z.object({ itemId: z.string(), mutationId: z.string(), response: z.unknown() })
const repliedSchema = z.object({ revision: z.number() })

/** What lies between the browser and the server: it can be slow, and it can lose replies. */
export interface Network {
  readonly port: number
  readonly acknowledged: Acknowledged[]
  /** So many replies to saves do not arrive. */
  loseReplies: number
  /** Added on either way, in milliseconds. */
  delay: number
  /** The next save that sets out. */
  nextSave(): Promise<void>
  close(): void
}

/** @param serverPort where the server listens, also after it was killed and came back */
export async function openNetwork(serverPort: number): Promise<Network> {
  const port = await freePort()
  const acknowledged: Acknowledged[] = []
  let waiting: (() => void)[] = []

  const pass = async (from: IncomingMessage, to: ServerResponse) => {
    const isSave = from.method === 'POST' && /\/save$/.test(from.url ?? '')
    const sent = isSave ? await readAll(from) : null
    if (isSave) {
      for (const tell of waiting) tell()
      waiting = []
    }
    if (network.delay > 0) await pause(network.delay)
    const upstream = request(
      {
        host: '127.0.0.1',
        port: serverPort,
        path: from.url,
        method: from.method,
        headers: from.headers,
        agent: false,
      },
      (reply) => void answer(reply),
    )
    // A server that is gone looks like a connection that breaks.
    upstream.on('error', () => to.destroy())
    to.on('close', () => upstream.destroy())
    if (sent) upstream.end(sent)
    else from.pipe(upstream)

    const answer = async (reply: IncomingMessage) => {
      reply.on('error', () => to.destroy())
      if (!sent) {
        to.writeHead(reply.statusCode ?? 502, reply.headers)
        to.flushHeaders()
        reply.pipe(to)
        return
      }
      const text = await readAll(reply)
      if (reply.statusCode === 200) {
        const { revision } = repliedSchema.parse(JSON.parse(text.toString()))
        acknowledged.push({ ...sentSchema.parse(JSON.parse(sent.toString())), revision })
      }
      if (network.loseReplies > 0) {
        network.loseReplies -= 1
        to.destroy()
        return
      }
      if (network.delay > 0) await pause(network.delay)
      to.writeHead(reply.statusCode ?? 502, reply.headers)
      to.end(text)
    }
  }
  const server = createServer((from, to) => {
    pass(from, to).catch(() => to.destroy())
  })
  server.requestTimeout = 0
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const network: Network = {
    port,
    acknowledged,
    loseReplies: 0,
    delay: 0,
    nextSave: () => new Promise((resolve) => waiting.push(resolve)),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return network
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
