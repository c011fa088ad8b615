import type { GradeEvent } from './review-store'

export interface GradeChange {
  readonly at: Date
  /** Hundredths; null where there was no grade before. */
  readonly before: number | null
  readonly after: number
  readonly reason: string | null
  readonly latePercent: number
}

/**
 * What people made of a grade after the first, without what was taken back again. A regrade has a note of its own.
 *
 * @param grades oldest first
 */
export function gradeChanges(grades: readonly GradeEvent[]): readonly GradeChange[] {
  const undone = new Set(grades.flatMap(({ undoesId }) => undoesId ?? []))
  const standing = grades.filter(
    ({ undoesId, decisionId }) => undoesId === null && (decisionId === null || !undone.has(decisionId)),
  )
  return standing.flatMap(({ kind, at, points, reason, latePercent }, i) =>
    kind !== 'manual'
      ? []
      : [{ at, before: standing[i - 1]?.points ?? null, after: points, reason, latePercent }],
  )
}
