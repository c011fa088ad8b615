import type { CriterionResult, GradeResult, PartResult } from '@/lib/question/grade-result'

/** A person's word on a grade: on some criteria, on a whole part, or on the whole problem; `score`, `share`: 0..1. */
export type Override =
  | {
      readonly kind: 'criteria'
      readonly verdicts: readonly {
        readonly part: string
        readonly criterion: string
        readonly score: number
      }[]
    }
  | { readonly kind: 'part'; readonly part: string; readonly share: number }
  | { readonly kind: 'problem'; readonly share: number }
  /** The grade as it stands was looked at and found right; what was unsure counts as its best single verdict. */
  | { readonly kind: 'confirm' }

const nothingGraded: GradeResult = {
  score: 0,
  interval: [0, 0],
  status: 'graded',
  parts: [],
  steps: [],
}

const within = (value: number): number => Math.min(1, Math.max(0, value))

/**
 * The grade after a person's word. Scores of parts follow from their criteria, the problem's from its parts; what the
 * person did not decide stays as it was, and as unsure as it was. Null where it names a part or criterion that the
 * grade does not have, or a share outside 0..1.
 *
 * @param result the grade so far; null where a broken question has none
 */
export function overridden(result: GradeResult | null, override: Override): GradeResult | null {
  const before = result ?? nothingGraded
  switch (override.kind) {
    case 'confirm':
      return result === null ? null : confirmed(before)
    case 'problem':
      return isShare(override.share) ? wholeProblem(before, override.share) : null
    case 'part': {
      const { part: id, share } = override
      if (!isShare(share) || !before.parts.some((part) => part.id === id)) return null
      return fromParts(
        before,
        before.parts.map((part) => (part.id === id ? wholePart(part, share) : part)),
      )
    }
    case 'criteria': {
      const { verdicts } = override
      const known = verdicts.every(
        ({ part, criterion, score }) =>
          isShare(score) &&
          before.parts.some(
            ({ id, criteria }) => id === part && criteria?.some((each) => each.id === criterion),
          ),
      )
      if (!known || verdicts.length === 0) return null
      return fromParts(
        before,
        before.parts.map((part) =>
          verdicts.some((verdict) => verdict.part === part.id) ? judgedPart(part, verdicts) : part,
        ),
      )
    }
  }
}

const isShare = (share: number): boolean => share >= 0 && share <= 1

const decided = (criterion: CriterionResult, score: number): CriterionResult => ({
  ...criterion,
  score,
  confidence: 1,
  decision: score === 1 ? 'met' : score === 0 ? 'unmet' : 'partial',
})

function confirmed(result: GradeResult): GradeResult {
  const parts = result.parts.map((part) =>
    part.criteria?.some(isUnsure)
      ? {
          ...part,
          criteria: part.criteria.map((each) => (isUnsure(each) ? decided(each, each.score) : each)),
        }
      : part,
  )
  const status = result.status === 'needs-review' ? 'graded' : result.status
  return { ...result, parts, status, interval: [result.score, result.score] }
}

const isUnsure = ({ decision }: CriterionResult): boolean => decision === 'unsure'

function judgedPart(part: PartResult, verdicts: (Override & { kind: 'criteria' })['verdicts']): PartResult {
  const criteria = (part.criteria ?? []).map((each) => {
    const verdict = verdicts.find(({ part: id, criterion }) => id === part.id && criterion === each.id)
    return verdict ? decided(each, verdict.score) : each
  })
  const share = within(criteria.reduce((sum, { weight, score }) => sum + weight * score, 0))
  return { ...part, criteria, score: exactEnds(share) * part.max, code: codeOf(share) }
}

/** Weights add up to 1 but for rounding: all met is everything, not a hair less. */
const exactEnds = (share: number): number => (share > 1 - 1e-9 ? 1 : share < 1e-9 ? 0 : share)

const codeOf = (share: number): string =>
  exactEnds(share) === 1 ? 'correct' : exactEnds(share) === 0 ? 'incorrect' : 'partial'

/** Points given to a part as a whole leave no criterion of it open, and none that would tell another sum. */
function wholePart(part: PartResult, share: number): PartResult {
  const { criteria: _, ...rest } = part
  return { ...rest, score: share * part.max, code: codeOf(share) }
}

const wholeProblem = (result: GradeResult, share: number): GradeResult => ({
  ...result,
  score: share,
  interval: [share, share],
  status: 'graded',
  parts: result.parts.map((part) => wholePart(part, share)),
})

function fromParts(before: GradeResult, parts: readonly PartResult[]): GradeResult {
  const max = parts.reduce((sum, part) => sum + part.max, 0)
  const scores = parts.reduce((sum, part) => sum + part.score, 0)
  const score = within(exactEnds(scores / max))
  const open = parts.map(openShare)
  const unsure = parts.some((part) => part.criteria?.some(isUnsure))
  if (!unsure) return { ...before, parts, score, interval: [score, score], status: 'graded' }
  const below = open.reduce((sum, { below }) => sum + below, 0) / max
  const above = open.reduce((sum, { above }) => sum + above, 0) / max
  return {
    ...before,
    parts,
    score,
    interval: [within(score - below), within(score + above)],
    status: 'needs-review',
  }
}

/** By how much a part's score can fall and rise while some of its criteria are unsure. */
function openShare({ criteria = [], max }: PartResult): { below: number; above: number } {
  const unsure = criteria.filter(isUnsure)
  return {
    below: max * unsure.reduce((sum, { weight, score }) => sum + weight * score, 0),
    above: max * unsure.reduce((sum, { weight, score }) => sum + weight * (1 - score), 0),
  }
}
