import { z } from 'zod'

/** Longest passage taken as a quotation: the whole of a long answer shows nothing in particular. */
const MAX_QUOTE = 600

export const verdicts = ['met', 'unmet', 'unsure'] as const

/** Strict on purpose: a reply that carries anything more, such as a score, is not the reply that was asked for. */
const replySchema = z.strictObject({ verdict: z.enum(verdicts), quote: z.string().max(MAX_QUOTE) }).readonly()
export type Reply = z.infer<typeof replySchema>

/** The same as JSON Schema, for endpoints that hold the model to it. */
export const replyJsonSchema = {
  type: 'object',
  properties: { verdict: { type: 'string', enum: verdicts }, quote: { type: 'string' } },
  required: ['verdict', 'quote'],
  additionalProperties: false,
} as const

/** Endpoints decorate their envelope in many ways; only the first choice's words count. */
const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the model said in a chat completion; null for anything but the agreed form. */
export function parseReply(body: string): Reply | null {
  const completion = completionSchema.safeParse(readJson(body))
  if (!completion.success) return null
  const reply = replySchema.safeParse(readJson(completion.data.choices[0]?.message.content ?? ''))
  return reply.success ? reply.data : null
}
