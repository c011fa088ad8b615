import type { Localized } from '@/lib/core/localized'
import type { Evidence } from '@/lib/question/grade-result'

/** What a second reader is told: nothing about points, weights, confidence or what the grader thinks. */
export interface ReadingTask {
  readonly question: Localized
  /** The one criterion to look for. */
  readonly criterion: Localized
  /** The answer as typed. */
  readonly answer: string
  /** Words that the grader holds against the criterion or the answer; they never leave the server. */
  readonly against: readonly Evidence[]
}

export type SuggestedVerdict = 'met' | 'unmet'

export type ReadingOutcome =
  | {
      readonly kind: 'suggestion'
      readonly verdict: SuggestedVerdict
      /** `answer.slice(start, end) === quote`; empty where nothing is there to be quoted. */
      readonly quote: string
      readonly start: number
      readonly end: number
    }
  /** It answered, but not in a way that can be relied on: the offline result stands. */
  | { readonly kind: 'none'; readonly why: string }
  /** It could not be reached this time; asking later may help. */
  | { readonly kind: 'unavailable'; readonly why: string }

/** Another reader of free text whose word is a suggestion to a person and never a grade. */
export interface SecondReader {
  /** Name of the model, shown beside what it suggests. */
  readonly model: string
  read(task: ReadingTask, signal?: AbortSignal): Promise<ReadingOutcome>
}
