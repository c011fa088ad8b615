import { z } from 'zod'

const startedSchema = z
  .object({ attemptId: z.string() })
  .transform((body) => ({ kind: 'started' as const, ...body }))
const refusedSchema = z.discriminatedUnion('error', [
  z.object({ error: z.literal('not-open'), state: z.enum(['upcoming', 'ended', 'unpublished']) }),
  z.object({ error: z.literal('attempts-used'), allowed: z.number() }),
  z.object({
    error: z.enum([
      'not-found',
      'code-missing',
      'code-wrong',
      'too-many-codes',
      'signed-out',
      'safe-exam-browser',
    ]),
  }),
])

export type StartReply =
  | { readonly kind: 'started'; readonly attemptId: string }
  | { readonly kind: 'not-open'; readonly state: 'upcoming' | 'ended' | 'unpublished' }
  | { readonly kind: 'attempts-used'; readonly allowed: number }
  | {
      readonly kind:
        | 'not-found'
        | 'code-missing'
        | 'code-wrong'
        | 'too-many-codes'
        | 'signed-out'
        | 'safe-exam-browser'
    }
  | { readonly kind: 'unreachable' }

/** Pressing again is safe: whoever has started already gets the same attempt. */
export async function sendStart(examId: string, startCode: string | undefined): Promise<StartReply> {
  try {
    const response = await fetch(`/api/exams/${examId}/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(startCode === undefined ? {} : { startCode }),
      signal: AbortSignal.timeout(30_000),
    })
    const json: unknown = await response.json()
    if (response.ok) return startedSchema.parse(json)
    const { error, ...details } = refusedSchema.parse(json)
    return { kind: error, ...details } as StartReply
  } catch {
    return { kind: 'unreachable' }
  }
}
