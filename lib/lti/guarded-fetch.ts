import { requireOutside } from './platform-keys'

const TIMEOUT_MS = 10_000
const MOST_BYTES = 2 * 1024 * 1024

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

export interface FetchParts {
  /** For tests and networks of one's own. */
  readonly allowInside: boolean
  readonly fetch?: typeof fetch
  readonly timeoutMs?: number
}

/** Asks an address of a platform: not inside of a network, without redirects, within a time and a size. Throws where there is no answer. */
export async function guardedFetch(parts: FetchParts, url: string, init: RequestInit): Promise<Answer> {
  await requireOutside(url, parts.allowInside)
  const response = await (parts.fetch ?? fetch)(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(parts.timeoutMs ?? TIMEOUT_MS),
  })
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    pieces.push(piece as Uint8Array)
    size += (piece as Uint8Array).length
    if (size > MOST_BYTES) throw new Error('the answer is too large')
  }
  return {
    status: response.status,
    headers: response.headers,
    text: Buffer.concat(pieces).toString('utf8'),
  }
}
