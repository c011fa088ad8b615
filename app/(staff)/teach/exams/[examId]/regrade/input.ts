import { z } from 'zod'
import { policySchema } from '@/lib/exam/regrade'
import type { ActionState } from '@/lib/server/action'
import type { RegradeError } from '@/lib/use-cases/regrade'
import { wholeNumber } from '../_terms/form-fields'

/** Names of the fields of one problem and of one version that attempts have. */
export const slotField = (slot: number): string => `slot-${slot}`
export const versionField = (versionId: string): string => `version-${versionId}`

const MOST_REASON = 500

/** Problems and versions are chosen by fields of their own names: gathered first, so that all errors are told at once. */
function gather(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw
  const entries = Object.entries(raw)
  return {
    ...raw,
    slots: entries.flatMap(([name]) => /^slot-(\d{1,6})$/.exec(name)?.[1] ?? []).map(Number),
    versions: Object.fromEntries(
      entries.flatMap(([name, value]) =>
        name.startsWith('version-') ? [[name.slice('version-'.length), value] as const] : [],
      ),
    ),
  }
}

/** The form of a dry run. */
export const planInputSchema = z
  .preprocess(
    gather,
    z.object({
      examId: z.string(),
      slots: z.array(z.number()).min(1, 'slots'),
      versions: z.record(z.string(), z.string()),
      reason: z.string('reason').trim().min(1, 'reason').max(MOST_REASON, 'reasonLong'),
      policy: policySchema,
      passPercent: wholeNumber({ message: 'passPercent', min: 0, max: 100 }),
      includeManual: z.string().optional(),
    }),
  )
  .transform(({ examId, includeManual, ...request }) => ({
    examId,
    request: { ...request, includeManual: includeManual !== undefined },
  }))

const confirmed = z.literal('on', 'confirm')

/** Each step is confirmed by ticking a box that says what it does. */
export const moveInputSchema = z.discriminatedUnion('move', [
  z.object({ move: z.literal('apply'), runId: z.string(), confirm: confirmed }),
  z.object({ move: z.literal('discard'), runId: z.string() }),
  z.object({
    move: z.literal('roll-back'),
    runId: z.string(),
    confirm: confirmed,
    reason: z.string('reason').trim().min(1, 'reason').max(MOST_REASON, 'reasonLong'),
  }),
])

export type PlanState = ActionState<RegradeError, { readonly runId: string }>
export type MoveState = ActionState<RegradeError, { readonly examId: string }>
