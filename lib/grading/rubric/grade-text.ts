import type { Localized } from '@/lib/core/localized'
import type { CriterionResult, Evidence } from '@/lib/question/grade-result'
import { type Application, applyRubric, type GrammarVerdict, type PreparedRubric } from './apply-rubric'
import type { Pieces } from './copied'
import { companyOf, featuresOf, manyUnexplained } from './features'
import type { Model } from './model'
import type { Hit } from './reading'
import { decide, forcedVerdict } from './train'

/** What to grade by: a prepared rubric, a model, the criteria of the variant and what the student was shown. */
export interface TextTask {
  readonly prepared: PreparedRubric
  readonly model: Model
  readonly criteria: readonly { readonly id: string; readonly weight: number }[]
  /** Name of the rules' case. */
  readonly variantCase: string
  readonly numeric: boolean
  /** Five-unit pieces of each text that the student was shown. */
  readonly shown: readonly Pieces[]
}

export interface TextGrade {
  readonly criteria: readonly CriterionResult[]
  /** Weighted share of the part, 0..1, by the forced verdicts; and what a review can make of it. */
  readonly score: number
  readonly interval: readonly [number, number]
  readonly needsReview: boolean
  readonly empty: boolean
  /** Misconceptions named, each with the words that state it. */
  readonly misconceptions: readonly {
    readonly id: string
    readonly feedback: Localized
    readonly evidence: Evidence | null
  }[]
  readonly signals: {
    readonly instructions: boolean
    readonly copied: boolean
    readonly list: boolean
    readonly invisible: boolean
    readonly truncated: boolean
  }
}

/** Words of the raw answer around hits of one sentence, trimmed of spaces. */
function cite(
  answer: string,
  application: Application,
  hits: readonly Hit[],
  criterion: string,
  role: Evidence['role'],
): Evidence[] {
  const { norm } = application.reading
  const bySentence = new Map<number, [number, number]>()
  for (const hit of hits) {
    const start = norm.starts[hit.start] ?? 0
    const end = norm.ends[hit.end - 1] ?? start
    const span = bySentence.get(hit.sentence)
    if (span === undefined) bySentence.set(hit.sentence, [start, end])
    else bySentence.set(hit.sentence, [Math.min(span[0], start), Math.max(span[1], end)])
  }
  return [...bySentence.values()]
    .sort((a, b) => a[0] - b[0])
    .slice(0, 3)
    .filter(([start, end]) => end > start)
    .map(([start, end]) => ({ start, end, text: answer.slice(start, end), criterion, role }))
}

const ambiguous: Localized = {
  ko: '자동으로 확실하게 판단할 수 없어 사람이 확인합니다.',
  en: 'This cannot be decided with certainty; a person will look at it.',
}

/** Grades a text. Pure and total: any string in, the same result for the same input. */
export function gradeText(answer: string, task: TextTask): TextGrade {
  const ids = task.criteria.map((criterion) => criterion.id)
  const application = applyRubric(answer, task.prepared, ids, task.variantCase, task.shown)
  const { reading } = application
  const company = companyOf(application)
  const unexplained = company.unexplained > manyUnexplained
  const { instructions, wary, lists, disguised } = company
  // Words to the grader, about what others say or about another subject, heaps of words and disguised ones go to a
  // person: beside them nothing is awarded automatically.
  const suspicious = instructions || wary || lists > 0 || disguised || application.stray
  const total = task.criteria.reduce((sum, criterion) => sum + criterion.weight, 0) || 1
  const empty = reading.letters === 0
  let score = 0
  let low = 0
  let high = 0
  const criteria = task.criteria.map(({ id, weight }, index): CriterionResult => {
    const verdict = application.criteria[index] as GrammarVerdict
    const definition = task.prepared.compiled.rubric.criteria.find((criterion) => criterion.id === id)
    const supported = verdict.support.length > 0
    const features = featuresOf(application, company, verdict, task.numeric)
    const forced = empty
      ? { score: 0 as const, confidence: 1 }
      : forcedVerdict(task.model, { criterion: id, features, supported, most: verdict.most })
    const decision = empty
      ? 'unmet'
      : suspicious && forced.score > 0
        ? 'unsure'
        : decide(task.model, forced.score, forced.confidence, unexplained)
    const share = weight / total
    score += share * forced.score
    low += share * (decision === 'unsure' ? 0 : forced.score)
    high += share * (decision === 'unsure' ? 1 : forced.score)
    const words =
      forced.score === 1
        ? definition?.feedback.met
        : forced.score === 0.5
          ? definition?.feedback.partial
          : definition?.feedback.unmet
    const feedback = words ?? { ko: '', en: '' }
    return {
      id,
      title: definition?.title ?? { ko: id, en: id },
      weight: share,
      score: forced.score,
      confidence: Math.round(forced.confidence * 1e4) / 1e4,
      decision,
      feedback:
        decision === 'unsure'
          ? { ko: `${feedback.ko} ${ambiguous.ko}`, en: `${feedback.en} ${ambiguous.en}` }
          : feedback,
      evidence: [
        ...(forced.score > 0 ? cite(answer, application, verdict.support, id, 'support') : []),
        ...cite(answer, application, verdict.against, id, 'contradict'),
      ],
    }
  })
  const round = (value: number): number => Math.min(1, Math.max(0, Math.round(value * 1e9) / 1e9))
  return {
    criteria,
    score: round(score),
    interval: [round(low), round(high)],
    needsReview: low !== high,
    empty,
    misconceptions: application.misconceptions.map(({ id, hits, index }) => ({
      id,
      feedback: task.prepared.compiled.rubric.misconceptions[index]?.feedback ?? { ko: id, en: id },
      evidence: cite(answer, application, hits, id, 'misconception')[0] ?? null,
    })),
    signals: {
      instructions,
      copied: reading.sentences.some((sentence) => sentence.copied),
      list: reading.sentences.some((sentence) => sentence.list),
      invisible: disguised,
      truncated: reading.norm.truncated,
    },
  }
}
