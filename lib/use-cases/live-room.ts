import { err, ok, type Result } from '@/lib/core/result'
import type { LiveRow } from '@/lib/exam/live'
import type { Deps, StaffViewer } from './deps'
import { gradeItems } from './grade-items'
import type { ExamRecord } from './records'

/** Something that staff tell a room, or one student in it. */
export interface SentNotice {
  readonly id: string
  readonly words: string
  readonly at: Date
  /** Null: everybody. */
  readonly student: { readonly id: string; readonly name: string } | null
}

export interface LiveStore {
  /** How everybody stands; null where the exam is not there. For callers that have asked who may look. */
  readRoom(examId: string): Promise<readonly LiveRow[] | null>
  /** Whether the viewer belongs to the staff of the exam's course. */
  mayWatch(input: { examId: string; viewer: StaffViewer }): Promise<boolean>
  /** What the page of a room shows beside the stream; null for whoever may not watch. */
  findWatched(input: { examId: string; viewer: StaffViewer }): Promise<{
    readonly exam: ExamRecord
    readonly mayManage: boolean
    /** Those that still stand, newest first. */
    readonly notices: readonly SentNotice[]
  } | null>
  /** The page's word of where it is. False where the attempt is not open to that login, or the window is an older one. */
  notePresence(input: {
    readonly attemptId: string
    readonly userId: string
    readonly seat: number
    readonly place: number
    readonly unsaved: number
    readonly now: Date
  }): Promise<boolean>
  /** Writes the notice and its audit entry; open pages hear of it. False where the viewer may not, or has no such student. */
  sendNotice(input: {
    readonly examId: string
    readonly viewer: StaffViewer
    readonly userId: string | null
    readonly words: string
    readonly now: Date
  }): Promise<boolean>
  withdrawNotice(input: {
    readonly noticeId: string
    readonly viewer: StaffViewer
    readonly now: Date
  }): Promise<boolean>
}

/** Who tells a room something may not; or there is no such exam, student or notice of theirs. */
export type NoticeError = { readonly kind: 'not-found' }

const orNotFound = (done: boolean): Result<null, NoticeError> =>
  done ? ok(null) : err({ kind: 'not-found' as const })

/** Tells everybody at work on the exam, or one student; open pages show it within moments, later starters at once. */
export async function sendNotice(
  deps: Deps,
  input: { examId: string; viewer: StaffViewer; userId: string | null; words: string },
): Promise<Result<null, NoticeError>> {
  return orNotFound(await deps.live.sendNotice({ ...input, now: deps.clock.now() }))
}

export async function withdrawNotice(
  deps: Deps,
  input: { noticeId: string; viewer: StaffViewer },
): Promise<Result<null, NoticeError>> {
  return orNotFound(await deps.live.withdrawNotice({ ...input, now: deps.clock.now() }))
}

/** Attempts that are closed in one transaction. */
const BATCH = 25

/**
 * Closes open attempts of an exam by a member of its staff: one, or all. What was saved counts and is graded as at any
 * close. Gives how many were closed; 'not-found' where the viewer may not, or nothing is open.
 */
export async function closeByStaff(
  deps: Deps,
  input: { examId: string; viewer: StaffViewer; attemptId?: string },
): Promise<Result<{ closed: number }, { readonly kind: 'not-found' }>> {
  let closed = 0
  for (;;) {
    const ids = await deps.attempts.closeAndGrade({
      which: { kind: 'staff', ...input, limit: BATCH },
      now: deps.clock.now(),
      grade: (items) => gradeItems(deps.questions, items),
      sign: deps.signReceipt,
    })
    closed += ids.length
    if (ids.length < BATCH) return closed > 0 ? ok({ closed }) : err({ kind: 'not-found' })
  }
}
