import type { Json } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'
import type { Question } from '@/lib/question/define-question'
import type { Evidence, GradeResult, PartResult } from '@/lib/question/grade-result'
import type { QuestionRegistry } from '@/lib/question/registry'

/** A line that is no task: the fault of who made the file, never of an answer in it. */
export class LineProblem extends Error {
  override readonly name = 'LineProblem'
}

interface CriterionLine {
  readonly id: string
  readonly score: number
  readonly confidence: number
  readonly decision: 'met' | 'partial' | 'unmet' | 'unsure'
  readonly evidence: readonly Evidence[]
}

interface PartLine {
  readonly id: string
  readonly score: number
  readonly max: number
  readonly code: string
  readonly feedback: Localized
  readonly evidence: readonly Evidence[]
  readonly criteria?: readonly CriterionLine[]
}

/** One line of the command's output. */
export interface GradeLine {
  readonly id: Json
  readonly score: number
  readonly status: GradeResult['status']
  readonly parts: readonly PartLine[]
}

/** Grades one line of input. Throws LineProblem where it is no task. */
export function gradeLine(registry: QuestionRegistry, text: string): GradeLine {
  const task = readTask(text)
  const question = typeof task.question === 'string' ? registry.find(task.question) : null
  if (!question) {
    const known = registry.all.map(({ slug }) => slug).join(', ')
    const given = task.question === undefined ? 'is missing' : `${JSON.stringify(task.question)} is unknown`
    throw new LineProblem(`question ${given}: it must be one of ${known}`)
  }
  const params = question.parseParams(task.params)
  if (!params.ok) throw new LineProblem(`params of ${question.slug}: ${params.error}`)
  // Asked only where there are some: whether settings leave a variant may take a while.
  const settings = task.settings === undefined ? null : question.parseSettings(task.settings)
  if (settings && !settings.ok) throw new LineProblem(`settings of ${question.slug}: ${settings.error}`)
  const result = gradeBy(question, params.value, task.response, task.settings)
  return {
    id: task.id ?? null,
    score: result.score,
    status: result.status,
    parts: result.parts.map(partLine),
  }
}

/** Params and settings can each be right and not fit together: then no answer can be graded with them. */
function gradeBy(question: Question, params: unknown, response: unknown, settings: unknown): GradeResult {
  try {
    return question.grade(params, response, settings)
  } catch (error) {
    throw new LineProblem(
      `params of ${question.slug}: ${error instanceof Error ? error.message : 'unusable'}`,
    )
  }
}

function readTask(text: string): { readonly [key: string]: Json | undefined } {
  let value: Json
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new LineProblem(`not JSON (${error instanceof Error ? error.message : 'unreadable'})`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LineProblem('not a JSON object with id, question, params and response')
  }
  return value as { readonly [key: string]: Json }
}

/** Field by field: what a grade holds beside these is for pages, and may change. */
function partLine({ id, score, max, code, feedback, evidence, criteria }: PartResult): PartLine {
  return {
    id,
    score,
    max,
    code,
    feedback,
    evidence,
    ...(criteria && {
      criteria: criteria.map((each) => ({
        id: each.id,
        score: each.score,
        confidence: each.confidence,
        decision: each.decision,
        evidence: each.evidence,
      })),
    }),
  }
}
