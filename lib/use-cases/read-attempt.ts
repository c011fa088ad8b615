import type { Localized } from '@/lib/core/localized'
import { type AttemptState, attemptState } from '@/lib/exam/attempt'
import type { LateTerms } from '@/lib/exam/late'
import type { StoredResponse } from '@/lib/question/field'
import type { PublicQuestion } from '@/lib/question/public-view'
import { closeExpired } from './close-attempt'
import type { Deps } from './deps'
import { publicViewOf } from './public-view-of'
import { openItems, type RoomRecord } from './records'

export interface RoomItem {
  readonly id: string
  readonly position: number
  readonly points: number
  readonly flagged: boolean
  readonly revision: number
  readonly response: StoredResponse
  readonly savedAt: Date | null
  readonly question: PublicQuestion
  /** The exam's heading over the problem; its text is Markdown. */
  readonly section: { readonly title: Localized; readonly text: Localized } | null
}

/** What a student at work receives: no key, no seed, no params, no settings. */
export interface Room {
  readonly attemptId: string
  readonly exam: RoomRecord['exam']
  readonly state: AttemptState
  readonly now: Date
  readonly startedAt: Date
  readonly deadlineAt: Date | null
  readonly closesAt: Date | null
  readonly late: LateTerms | null
  readonly navigation: 'free' | 'one-way'
  readonly isPreview: boolean
  /** Number of problems; in one-way navigation only the one at work is among `items`. */
  readonly total: number
  readonly items: readonly RoomItem[]
}

/** The student's own attempt at work; null where it is not there or not theirs. Closes it if its time has run out. */
export async function readRoom(
  deps: Deps,
  input: { attemptId: string; userId: string },
): Promise<Room | null> {
  const now = deps.clock.now()
  let attempt = await deps.attempts.findRoom(input)
  if (attempt && attemptState(attempt, now) === 'expired') {
    await closeExpired(deps, { examId: attempt.exam.id, userId: input.userId })
    attempt = await deps.attempts.findRoom(input)
  }
  if (!attempt) return null
  return {
    attemptId: attempt.id,
    exam: attempt.exam,
    state: attemptState(attempt, now),
    now,
    startedAt: attempt.startedAt,
    deadlineAt: attempt.deadlineAt,
    closesAt: attempt.closesAt,
    late: attempt.late,
    navigation: attempt.oneWay ? 'one-way' : 'free',
    isPreview: attempt.isPreview,
    total: attempt.items.length,
    items: openItems(attempt).map((item) => ({
      id: item.id,
      position: item.position,
      points: item.points,
      flagged: item.flagged,
      revision: item.revision,
      response: item.response,
      savedAt: item.savedAt,
      question: publicViewOf(deps.questions, item),
      section: item.section,
    })),
  }
}
