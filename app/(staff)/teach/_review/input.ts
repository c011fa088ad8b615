import { z } from 'zod'
import type { ActionState } from '@/lib/server/action'
import type { DecideError } from '@/lib/use-cases/review'

const MOST_WORDS = 2000
const share = z.number().min(0).max(1)

/** A field that carries JSON made by the page. */
const json = <Schema extends z.ZodType>(schema: Schema, message: string) =>
  z
    .string(message)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message })
        return z.NEVER
      }
    })
    .pipe(schema)

const targets = json(
  z
    .array(z.object({ itemId: z.uuid(), gradeId: z.uuid().nullable() }))
    .min(1)
    .max(3000),
  'targets',
)

/** From the queue: verdicts on criteria, or that the grade is right. A reason may be left out. */
export const settleInputSchema = z
  .object({
    decisionId: z.uuid(),
    reason: z.string().trim().max(MOST_WORDS, 'reasonLong'),
    /** Where a student has asked, the reason is the answer. */
    asked: z.enum(['yes', 'no']),
    targets,
    override: json(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('confirm') }),
        z.object({
          kind: z.literal('criteria'),
          verdicts: z
            .array(z.object({ part: z.string(), criterion: z.string(), score: share }))
            .min(1)
            .max(100),
        }),
      ]),
      'override',
    ),
  })
  .refine(({ reason, asked }) => asked === 'no' || reason !== '', {
    path: ['reason'],
    message: 'reasonMissing',
  })

const percent = z
  .string('percent')
  .transform((text) => text.normalize('NFKC').trim().replace(',', '.'))
  .refine((text) => /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100, 'percent')
  .transform((text) => Number(text) / 100)

/** On one attempt: a share of a part, of a problem or of the whole, always with a reason. */
export const overrideInputSchema = z.object({
  decisionId: z.uuid(),
  reason: z.string().trim().min(1, 'reasonMissing').max(MOST_WORDS, 'reasonLong'),
  targets,
  /** Empty: the whole problem, or every problem. */
  part: z.string(),
  percent,
})

export const undoInputSchema = z.object({ decisionId: z.uuid() })
export const claimInputSchema = z.object({ itemIds: json(z.array(z.uuid()).max(3000), 'itemIds') })

export interface Settled {
  readonly decisionId: string
  readonly settled: number
  readonly overtaken: number
}
export type SettleState = ActionState<DecideError, Settled>
