import type { CriterionResult, Evidence, GradeResult, PartResult } from './grade-result'

/** Not NaN either. */
const isShare = (value: number): boolean => value >= 0 && value <= 1
const isOffset = (value: number): boolean => Number.isInteger(value) && value >= 0

/**
 * What is out of range in a grade that a type's own code made, or null. The compiler holds the shape; this holds the
 * numbers, as gradeResultSchema does, at a fraction of its cost: it runs with every answer that is graded.
 */
export function problemOfGrade({ score, interval, parts }: GradeResult): string | null {
  if (!isShare(score)) return 'score: not between 0 and 1'
  if (!isShare(interval[0]) || !isShare(interval[1])) return 'interval: not between 0 and 1'
  for (const part of parts) {
    const problem = problemOfPart(part)
    if (problem !== null) return `parts.${part.id}: ${problem}`
  }
  return null
}

function problemOfPart({ score, max, evidence, criteria }: PartResult): string | null {
  if (!(score >= 0 && score < Number.POSITIVE_INFINITY)) return 'the score is below 0 or no number'
  if (!(max > 0 && max < Number.POSITIVE_INFINITY)) return 'the maximum is not above 0'
  return problemOfEvidence(evidence) ?? problemOfCriteria(criteria ?? [])
}

function problemOfCriteria(criteria: readonly CriterionResult[]): string | null {
  for (const { id, weight, score, confidence, evidence } of criteria) {
    if (!isShare(weight) || !isShare(score) || !isShare(confidence)) return `${id}: not between 0 and 1`
    const problem = problemOfEvidence(evidence)
    if (problem !== null) return `${id}: ${problem}`
  }
  return null
}

const problemOfEvidence = (evidence: readonly Evidence[]): string | null =>
  evidence.every(({ start, end }) => isOffset(start) && isOffset(end))
    ? null
    : 'evidence has no place in the answer'
