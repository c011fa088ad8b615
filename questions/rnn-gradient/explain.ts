import { locales } from '@/lib/core/localized'
import { type PreparedRubric, prepareRubric } from '@/lib/grading/rubric/apply-rubric'
import { gradeText, type TextGrade } from '@/lib/grading/rubric/grade-text'
import { type Model, modelSchema } from '@/lib/grading/rubric/model'
import { normaliseForm } from '@/lib/grading/rubric/normalise'
import { piecesOf } from '@/lib/grading/rubric/read-answer'
import { behaviourOf } from './behaviour'
import { criterionIds } from './criteria'
import { numbersOf, type Params } from './params'
import { rubric } from './rubric/rubric'
import rawModel from './rubric.model.json' with { type: 'json' }
import type { Settings } from './settings'
import { statement } from './statement'

let prepared: PreparedRubric | undefined
let rubricPieces: readonly ReadonlySet<string>[] | undefined
let trained: Model | undefined

/** The rubric's matcher, built on first use and kept. */
export function preparedRubric(): PreparedRubric {
  prepared ??= prepareRubric(rubric)
  return prepared
}

export function trainedModel(): Model {
  trained ??= modelSchema.parse(rawModel)
  return trained
}

/** The rules' case of a variant: `words` where there are no numbers. */
export const caseOf = (params: Params): string => (numbersOf(params) === null ? 'words' : behaviourOf(params))

/** What the student was shown, and the rubric itself, so that copying them earns nothing. */
export const shownTo = (params: Params): ReadonlySet<string>[] => {
  rubricPieces ??= rubric.criteria.flatMap((criterion) =>
    locales.map((locale) =>
      piecesOf(normaliseForm(`${criterion.title[locale]} ${criterion.description[locale]}`)),
    ),
  )
  return [...locales.map((locale) => piecesOf(normaliseForm(statement(params, locale)))), ...rubricPieces]
}

/** Grades the explanation of one variant by the rubric. */
export function explain(
  params: Params,
  answer: string,
  criterionWeights: Settings['criterionWeights'],
  model: Model = trainedModel(),
): TextGrade {
  return gradeText(answer, {
    prepared: preparedRubric(),
    model,
    criteria: criterionIds[behaviourOf(params)].map((id) => ({ id, weight: criterionWeights[id] ?? 1 })),
    variantCase: caseOf(params),
    numeric: numbersOf(params) !== null,
    shown: shownTo(params),
  })
}
