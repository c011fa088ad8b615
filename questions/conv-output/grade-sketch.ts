import { matchStages } from '@/lib/grading/pipeline-sketch/match-stages'
import { isCredited, type LabelVerdict, scoreSketch } from '@/lib/grading/pipeline-sketch/score-sketch'
import type { PartResult } from '@/lib/question/grade-result'
import type { Variant } from './consequences'
import { rounded } from './grade-part'
import type { DrawnStage } from './response'
import type { Answers } from './routes'
import type { ConvOutputSettings } from './settings-fields'
import { sketchFeedback } from './sketch-feedback'
import { judgeStages, pipeline } from './sketch-labels'
import { partTitles } from './wording'

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
  const match = matchStages(
    pipeline,
    sketch.map(({ stage }) => stage),
  )
  const drawn = match.places.map((place) => (place === null ? undefined : sketch[place]))
  const stages = judgeStages(variant, answers, drawn)
  const share = rounded(scoreSketch(stages, match, settings.sketch))
  const verdicts = stages.flatMap(({ labels }) => (labels ?? []).map(({ verdict }) => verdict))
  const missing = stages.some(({ labels }) => labels === null)
  const code = codeOf(verdicts, missing, match.inOrder, match.extras, share)
  const earned = code === 'empty' || code === 'invalid' ? 0 : share
  return {
    id: 'sketch',
    title: partTitles.sketch,
    score: rounded(max * earned),
    max,
    code,
    feedback: sketchFeedback(code, stages, match),
    evidence: [],
  }
}
