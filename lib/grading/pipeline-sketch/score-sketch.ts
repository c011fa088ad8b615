import type { StageMatch } from './match-stages'

/** What one label of a stage turned out to be. */
export type LabelVerdict = 'right' | 'follow-through' | 'wrong' | 'unreadable' | 'empty'

/** One expected stage with the verdicts on its labels; `labels` is null where it was not drawn. */
export interface JudgedStage {
  readonly stage: string
  readonly labels: readonly { readonly name: string; readonly verdict: LabelVerdict }[] | null
}

export interface SketchRules {
  /** Share of a stage's worth for having it, with something written on it. */
  readonly presence: number
  /** Share of the sketch lost, once, where its stages are out of order. */
  readonly reorderLoss: number
  /** Share lost for each stage too many. */
  readonly extraLoss: number
}

export const isCredited = (verdict: LabelVerdict): boolean =>
  verdict === 'right' || verdict === 'follow-through'

/** Every stage is worth the same; of its worth `presence` for being there and the rest for its labels, shared evenly. */
function shareOf({ labels }: JudgedStage, presence: number): number {
  if (labels === null || labels.every(({ verdict }) => verdict === 'empty')) return 0
  const right = labels.filter(({ verdict }) => isCredited(verdict)).length
  return presence + (1 - presence) * (right / labels.length)
}

/** Share of the sketch's points, 0..1. A sketch on which nothing is written earns nothing. */
export function scoreSketch(stages: readonly JudgedStage[], match: StageMatch, rules: SketchRules): number {
  const sum = stages.reduce((total, stage) => total + shareOf(stage, rules.presence), 0)
  const ordered = match.inOrder ? 1 : 1 - rules.reorderLoss
  return (sum / stages.length) * ordered * Math.max(0, 1 - rules.extraLoss * match.extras)
}
