import type { Field, StoredResponse } from '@/lib/question/field'
import type { GradeResult } from '@/lib/question/grade-result'

/** Answers that one decision settles, as the page shows them: the first whole, the others by name. */
export interface ShownGroup {
  readonly key: string
  /** Points at stake. */
  readonly stake: string
  readonly title: string
  readonly fields: readonly Field[]
  readonly head: {
    readonly attemptId: string
    readonly student: string
    readonly points: number
    readonly result: GradeResult | null
    readonly response: StoredResponse
    readonly audit: boolean
    readonly claimedBy: string | null
    readonly requests: readonly { part: string; criterion: string; words: string }[]
  }
  readonly targets: readonly { itemId: string; gradeId: string | null }[]
  readonly others: readonly { attemptId: string; student: string }[]
}

/** Whether a key is meant for a field and not for the page. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
