import { z } from 'zod'
import { policySchema } from '@/lib/exam/regrade'
import type { ActionState } from '@/lib/server/action'
import type { RegradeError } from '@/lib/use-cases/regrade'
import { wholeNumber } from '../_terms/form-fields'

/** Names of the fields of one problem and of one version that attempts have. */
export const slotField = (slot: number): string => `slot-${slot}`
export const versionField = (versionId: string): string => `version-${versionId}`

const MOST_REASON = 500

/** The form of a dry run; a problem is chosen by a box of its own. */
export const planInputSchema = z
  .looseObject({
    examId: z.string(),
    reason: z.string('reason').trim().min(1, 'reason').max(MOST_REASON, 'reasonLong'),
    policy: policySchema,
    passPercent: wholeNumber({ message: 'passPercent', min: 0, max: 100 }),
    includeManual: z.string().optional(),
  })
  .transform(({ examId, reason, policy, passPercent, includeManual, ...rest }, context) => {
    const entries = Object.entries(rest).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    const slots = entries.flatMap(([name]) => /^slot-(\d{1,6})$/.exec(name)?.[1] ?? []).map(Number)
    if (slots.length === 0) context.addIssue({ code: 'custom', path: ['slots'], message: 'slots' })
    const versions = Object.fromEntries(
      entries.flatMap(([name, value]) =>
        name.startsWith('version-') ? [[name.slice('version-'.length), value] as const] : [],
      ),
    )
    return {
      examId,
      request: { reason, policy, passPercent, slots, versions, includeManual: includeManual !== undefined },
    }
  })

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
