import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { Working } from './world'

export interface Reply {
  readonly status: number
  readonly body: string
  readonly location: string | undefined
  /** Milliseconds from sending to the last byte. */
  readonly ms: number
}

/** A few kept-alive connections, as many as there are callers at once. */
export const connections = (most = Number.POSITIVE_INFINITY) =>
  new http.Agent({ keepAlive: true, maxSockets: most })

/** One request on a plain node:http client: the generator shares the cores, so it is kept light. */
export function call(
  agent: http.Agent,
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Reply> {
  const { method = 'GET', headers = {}, body } = options
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const request = http.request(
      url,
      {
        agent,
        method,
        headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
            location: response.headers.location,
            ms: performance.now() - start,
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

const explanation =
  'BPTT multiplies the same recurrent weight and the derivative of tanh once for every time step; both are below one, so the gradient shrinks exponentially with the length of the sequence and early inputs are not learned. '

/** What a student has typed after that many saves: each problem in turn, growing as one types. */
export function typed(save: number): { item: number; response: object } {
  const item = save % 3
  if (item === 0) return { item, response: { total: `(6*5+5)+(5*4+4)+(4*3+${save})` } }
  if (item === 1)
    return { item, response: { padding: '2', paddedSize: '68x68', outputSize: `64x${save}`, sketch: [] } }
  return { item, response: { explanation: explanation.slice(0, 40 + (save % 160)) } }
}

/** One save of the student's next change; throws where it is not acknowledged. */
export async function save(agent: http.Agent, url: string, student: Working, count: number): Promise<number> {
  const { item, response } = typed(count)
  const body = JSON.stringify({
    itemId: student.itemIds[item],
    seat: 0,
    mutationId: randomUUID(),
    base: student.revisions[item],
    response,
    typedAt: new Date().toISOString(),
  })
  const reply = await call(agent, `${url}/api/attempts/${student.attemptId}/save`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: student.cookie },
    body,
  })
  if (reply.status !== 200) throw new Error(`a save was answered ${reply.status}: ${reply.body}`)
  student.revisions[item] = (JSON.parse(reply.body) as { revision: number }).revision
  return reply.ms
}
