import type { Json, JsonObject } from '@/lib/core/json'
import type { StoredResponse } from '@/lib/question/field'
import type { GradeResult } from '@/lib/question/grade-result'
import type { StaffViewer } from './deps'
import type { SuggestedVerdict } from './second-reader'

/** An item whose latest grade waits for a person, with the very response that was graded. */
export interface ItemToRead {
  readonly itemId: string
  readonly gradeId: string
  readonly type: string
  readonly params: JsonObject
  readonly settings: Json
  readonly response: StoredResponse
  readonly result: GradeResult
  /** Criteria of this grade that have a suggestion by now. */
  readonly suggested: readonly string[]
}

export interface Suggestion {
  readonly criterion: string
  readonly verdict: SuggestedVerdict
  readonly quote: string
  /** UTF-16 offsets into the answer that was graded. */
  readonly start: number
  readonly end: number
  readonly model: string
  readonly at: Date
}

export interface SuggestionStore {
  /** For the queue, which acts for nobody: null where the item is open, not graded, graded by a person, or settled. */
  findForReading(itemId: string): Promise<ItemToRead | null>
  /** The first suggestion for a criterion of a grade stays; a repetition has no effect. */
  add(suggestion: Suggestion & { readonly itemId: string; readonly gradeId: string }): Promise<void>
  /** The suggestions to the latest grades of an attempt, for those who teach the course. */
  listTaught(input: {
    attemptId: string
    viewer: StaffViewer
  }): Promise<readonly (Suggestion & { readonly itemId: string })[]>
}
