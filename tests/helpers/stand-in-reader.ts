import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly path: string
  readonly authorization: string | undefined
  readonly body: string
  /** What the request asked about, as the model would see it. */
  readonly data: { readonly question: string; readonly criterion: string; readonly answer: string }
}

export type Behave = (response: http.ServerResponse, asked: Asked, count: number) => void

export interface StandInReader {
  /** Base address, as SECOND_READER_URL holds it. */
  readonly url: string
  readonly asked: readonly Asked[]
  /** From now on. */
  behave(how: Behave): void
  stop(): Promise<void>
}

/** A chat completion as an OpenAI-compatible endpoint wraps it. */
export const completion = (content: string): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: 'a-model',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { total_tokens: 7 },
  })

/** Replies with a status and a body. */
export const replies =
  (body: string, status = 200): Behave =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  }

/** Says something in the agreed form, or in one that is not. */
export const says = (reply: object): Behave => replies(completion(JSON.stringify(reply)))

/** An endpoint on the loopback address that a test teaches to behave well or badly. */
export async function startStandInReader(): Promise<StandInReader> {
  let how: Behave = replies('', 500)
  let asked: Asked[] = []
  const server = http.createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    request.on('end', () => {
      const { messages } = JSON.parse(body)
      const { url = '', headers } = request
      asked.push({
        path: url,
        authorization: headers.authorization,
        body,
        data: JSON.parse(messages[1].content),
      })
      how(response, asked[asked.length - 1]!, asked.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    get asked() {
      return asked
    },
    behave(next) {
      how = next
      asked = []
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
