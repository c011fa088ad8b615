import type { Localized } from '@/lib/core/localized'
import { matchStages } from '@/lib/grading/pipeline-sketch/match-stages'
import {
  isCredited,
  type JudgedStage,
  type LabelVerdict,
  scoreSketch,
} from '@/lib/grading/pipeline-sketch/score-sketch'
import type { PartResult } from '@/lib/question/grade-result'
import type { Variant } from './consequences'
import { rounded } from './grade-part'
import type { DrawnStage } from './response'
import type { Answers } from './routes'
import type { ConvOutputSettings } from './settings-fields'
import { sketchFeedback } from './sketch-feedback'
import { type JudgeLabel, labelJudges } from './sketch-labels'
import { partTitles } from './wording'

const pipeline = ['input', 'padding', 'convolution', 'feature-map'] as const

function judgeStage(
  stage: string,
  drawn: DrawnStage | undefined,
  judges: readonly JudgeLabel[],
): JudgedStage {
  if (drawn === undefined) return { stage, labels: null }
  const labels = judges
    .map(({ name, judge }) => ({ name, verdict: judge(drawn[name] ?? '') }))
    // Dilation may be left off the sketch: the kernel block is complete without it.
    .filter(({ name, verdict }) => name !== 'dilation' || verdict !== 'empty')
  return { stage, labels }
}

function codeOf(
  verdicts: readonly LabelVerdict[],
  missing: boolean,
  inOrder: boolean,
  extras: number,
  share: number,
): string {
  if (verdicts.every((verdict) => verdict === 'empty')) return 'empty'
  if (verdicts.every((verdict) => verdict === 'empty' || verdict === 'unreadable')) return 'invalid'
  if (!verdicts.some(isCredited)) return 'incorrect'
  if (share === 1) return verdicts.includes('follow-through') ? 'follow-through' : 'correct'
  if (missing) return 'stages-missing'
  if (!inOrder) return 'stages-reordered'
  return extras > 0 ? 'stages-extra' : 'labels-wrong'
}

/** Grades the sketch as a labelled chain: stages present, in order, each with its values; the same follow-through holds. */
export function gradeSketch(
  variant: Variant,
  answers: Answers,
  sketch: readonly DrawnStage[],
  settings: ConvOutputSettings,
): PartResult {
  const max = settings.points.sketch
  const result = (score: number, code: string, feedback: Localized): PartResult => ({
    id: 'sketch',
    title: partTitles.sketch,
    score: rounded(max * score),
    max,
    code,
    feedback,
    evidence: [],
  })
  const match = matchStages(
    pipeline,
    sketch.map(({ stage }) => stage),
  )
  const drawn = match.places.map((place) => (place === null ? undefined : sketch[place]))
  const judges = labelJudges(variant, answers, drawn[0], drawn[1])
  const stages = pipeline.map((stage, index) => judgeStage(stage, drawn[index], judges[stage]))
  const share = rounded(scoreSketch(stages, match, settings.sketch))
  const verdicts = stages.flatMap(({ labels }) => (labels ?? []).map(({ verdict }) => verdict))
  const missing = stages.some(({ labels }) => labels === null)
  const code = codeOf(verdicts, missing, match.inOrder, match.extras, share)
  const earned = code === 'empty' || code === 'invalid' ? 0 : share
  return result(earned, code, sketchFeedback(code, stages, match))
}
