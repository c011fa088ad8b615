import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { Refusal } from './road'

const MAX_BYTES = 128 * 1024

/** Reads a JSON body of bounded size and parses it; a refusal names the field that is wrong. */
export async function readJson<Value>(request: IncomingMessage, schema: z.ZodType<Value>): Promise<Value> {
  const type = request.headers['content-type'] ?? ''
  // Plain forms of other sites can't send this type without asking first.
  if (!type.startsWith('application/json')) {
    throw new Refusal(415, 'content-type', 'Send the body as application/json.')
  }
  const text = await readText(request)
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new Refusal(400, 'not-json', 'The body is not JSON.')
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refusal(400, 'invalid', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is wrong'}`)
}

/** A body of bounded size. */
export async function readText(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  // Leaving the loop must not cut the connection, on which the refusal still has to go out.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const tooLarge = () => new Refusal(413, 'too-large', `The body is larger than ${MAX_BYTES / 1024} KiB.`)
