import { err, ok, type Result } from '@/lib/core/result'
import type { ChatMessage } from './prompt'
import { replyJsonSchema } from './reply'

/** Largest reply that is read; an agreed one has a few hundred bytes. */
const MAX_BYTES = 64 * 1024

export interface ChatSettings {
  /** Base address of an OpenAI-compatible endpoint, e.g. https://host/v1. */
  readonly url: string
  readonly model: string
  readonly key?: string | undefined
  readonly timeoutMs: number
}

/** Why there is no reply; never holds what was sent or the key. */
export type ChatFailure =
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'too-large' }

/** Sends one conversation and gives back the body of the reply, whatever it holds. */
export type Chat = (
  messages: readonly ChatMessage[],
  signal?: AbortSignal,
) => Promise<Result<string, ChatFailure>>

/** The body as text, or null as soon as it grows past what is read. */
async function readCapped(response: Response): Promise<string | null> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  // Leaving the loop cancels the stream, which ends the connection.
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength
    if (bytes > MAX_BYTES) return null
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}

export function createChat({ url, model, key, timeoutMs }: ChatSettings): Chat {
  const address = `${url.replace(/\/+$/, '')}/chat/completions`
  return async (messages, signal) => {
    // One limit for the whole exchange: a body that trickles in does not hold the job either.
    const timeout = AbortSignal.timeout(timeoutMs)
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({
          model,
          messages,
          temperature: 0,
          max_tokens: 800,
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'reading', strict: true, schema: replyJsonSchema },
          },
        }),
        // A redirect would carry the student's words to an address that nobody chose.
        redirect: 'manual',
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      })
      if (!response.ok) {
        await response.body?.cancel()
        return err({ kind: 'status', status: response.status })
      }
      const body = await readCapped(response)
      return body === null ? err({ kind: 'too-large' }) : ok(body)
    } catch {
      return err({ kind: timeout.aborted ? 'timeout' : 'unreachable' })
    }
  }
}
