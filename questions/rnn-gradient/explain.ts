import { locales } from '@/lib/core/localized'
import { type PreparedRubric, prepareRubric } from '@/lib/grading/rubric/apply-rubric'
import { type Pieces, piecesOf } from '@/lib/grading/rubric/copied'
import { featureNames } from '@/lib/grading/rubric/features'
import { gradeText, type TextGrade } from '@/lib/grading/rubric/grade-text'
import { type Model, modelSchema } from '@/lib/grading/rubric/model'
import { normaliseForm } from '@/lib/grading/rubric/normalise'
import type { Wording } from '@/lib/question/wording'
import { behaviourOf } from './behaviour'
import { criterionIds } from './criteria'
import { numbersOf, type Params } from './params'
import { rubric } from './rubric/rubric'
import rawModel from './rubric.model.json' with { type: 'json' }
import type { Learnt, Settings } from './settings'
import { statement } from './statement'

let prepared: PreparedRubric | undefined
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

const learntModels = new WeakMap<Learnt, Model>()

/** The model with the weights that were learned from corrections, where they were learned from this very model. */
export function modelWith(learnt: Learnt | null | undefined): Model {
  const base = trainedModel()
  if (!learnt || learnt.base !== base.version) return base
  const known = learntModels.get(learnt)
  if (known !== undefined) return known
  const length = featureNames.length + base.marks.length
  const fits = Object.entries(learnt.criteria).filter(([, { half, full }]) =>
    [half, full].every((weights) => weights.length === length),
  )
  const model = {
    ...base,
    version: `${base.version}+${learnt.corrections}`,
    criteria: { ...base.criteria, ...Object.fromEntries(fits) },
  }
  learntModels.set(learnt, model)
  return model
}

/** The rules' case of a variant: `words` where there are no numbers. */
export const caseOf = (params: Params): string => (numbersOf(params) === null ? 'words' : behaviourOf(params))

const ownWords: Wording = { statement: { ko: '', en: '' }, hint: { ko: '', en: '' } }
const shownPieces = new Map<string, readonly Pieces[]>()

/** What the student was shown, so that copying it earns nothing. Kept for the variants seen last. */
export function shownTo(params: Params, wording: Wording = ownWords): readonly Pieces[] {
  const key = JSON.stringify([params, wording])
  const known = shownPieces.get(key)
  if (known !== undefined) return known
  const pieces = locales.map((locale) => piecesOf(normaliseForm(statement(params, locale, { wording }))))
  if (shownPieces.size >= 200) shownPieces.clear()
  shownPieces.set(key, pieces)
  return pieces
}

/** Grades the explanation of one variant by the rubric. */
export function explain(
  params: Params,
  answer: string,
  {
    criterionWeights = {},
    wording,
    learnt,
  }: Partial<Pick<Settings, 'criterionWeights' | 'wording' | 'learnt'>>,
  model: Model = modelWith(learnt),
): TextGrade {
  return gradeText(answer, {
    prepared: preparedRubric(),
    model,
    criteria: criterionIds[behaviourOf(params)].map((id) => ({ id, weight: criterionWeights[id] ?? 1 })),
    variantCase: caseOf(params),
    numeric: numbersOf(params) !== null,
    shown: shownTo(params, wording),
  })
}
