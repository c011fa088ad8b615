import { z } from 'zod'
import { type AttemptState, attemptState } from './attempt'
import { lateTermsSchema } from './late'

/** A page at work gives a sign of life at least so often, in milliseconds. */
export const SIGN_OF_LIFE_MS = 15_000
/** Without one for so long a student counts as out of touch: two signs missed, and some for the way. */
export const OUT_OF_TOUCH_MS = 40_000

/** How one student stands in an exam that is under way; times in ISO 8601. */
export const liveRowSchema = z.object({
  userId: z.string(),
  name: z.string(),
  /** The latest attempt; null before the first. */
  attempt: z
    .object({
      id: z.string(),
      number: z.number(),
      startedAt: z.coerce.date(),
      deadlineAt: z.coerce.date().nullable(),
      closesAt: z.coerce.date().nullable(),
      closedAt: z.coerce.date().nullable(),
      closeReason: z.enum(['submitted', 'time', 'instructor']).nullable(),
      late: lateTermsSchema.nullable(),
      /** Of the problems, those with a saved answer. */
      answered: z.number(),
      problems: z.number(),
      savedAt: z.coerce.date().nullable(),
      /** Position of the problem on view, 0 before handing in; null while nothing was heard. */
      place: z.number().nullable(),
      /** Problems with changes that could not be saved yet, as the page says. */
      unsaved: z.number(),
      /** The last sign of life: a word of the page, or a save. */
      seenAt: z.coerce.date().nullable(),
      /** Windows that were opened; more than one have taken over from each other. */
      seat: z.number(),
      /** Minutes given to this student at this exam. */
      given: z.number(),
    })
    .nullable(),
})
export type LiveRow = z.infer<typeof liveRowSchema>
export type LiveAttempt = NonNullable<LiveRow['attempt']>

/**
 * not-started · working · late: the window is over and points are being lost · out-of-touch: open, and nothing heard
 * for a while · over: time has run out, waits to be closed · then how it was closed.
 */
export const liveStates = [
  'not-started',
  'working',
  'late',
  'out-of-touch',
  'over',
  'submitted',
  'time',
  'instructor',
] as const
export type LiveState = (typeof liveStates)[number]

const open: Record<Exclude<AttemptState, 'closed'>, LiveState> = {
  working: 'working',
  late: 'late',
  grace: 'over',
  expired: 'over',
}

export function liveState({ attempt }: LiveRow, now: Date): LiveState {
  if (attempt === null) return 'not-started'
  const state = attemptState(attempt, now)
  if (state === 'closed') return attempt.closeReason ?? 'submitted'
  const heard = attempt.seenAt ?? attempt.startedAt
  const quiet = now.getTime() - heard.getTime() > OUT_OF_TOUCH_MS
  return open[state] !== 'over' && quiet ? 'out-of-touch' : open[state]
}

/** Whether the attempt can still be given time or be closed. */
export const isOpen = (state: LiveState): boolean =>
  state === 'working' || state === 'late' || state === 'out-of-touch' || state === 'over'

/** What is new in a list of students against what was told before: changed or new rows, and who is gone. */
export function liveChanges(
  told: ReadonlyMap<string, string>,
  rows: readonly LiveRow[],
): { readonly next: Map<string, string>; readonly changed: LiveRow[]; readonly gone: string[] } {
  const next = new Map(rows.map((row) => [row.userId, JSON.stringify(row)]))
  return {
    next,
    changed: rows.filter((row) => told.get(row.userId) !== next.get(row.userId)),
    gone: [...told.keys()].filter((userId) => !next.has(userId)),
  }
}
