import { applyRubric } from '@/lib/grading/rubric/apply-rubric'
import { companyOf, featuresOf, manyUnexplained } from '@/lib/grading/rubric/features'
import { type Judged, judge, learn as learnWeights } from '@/lib/grading/rubric/learn'
import type { LabelledCriterion } from '@/lib/grading/rubric/train'
import type { Comparison, Correction, Lesson } from '@/lib/question/contract'
import { behaviourOf } from './behaviour'
import { criterionIds } from './criteria'
import { caseOf, modelWith, preparedRubric, shownTo, trainedModel } from './explain'
import { numbersOf, type Params } from './params'
import { rubric } from './rubric/rubric'
import type { Settings } from './settings'

/** One judged criterion as the regression sees it. */
function rowOf(
  text: string,
  criterion: string,
  label: number,
  seen: { variantCase: string; numeric: boolean; shown: Parameters<typeof applyRubric>[4] },
): LabelledCriterion {
  const application = applyRubric(text, preparedRubric(), [criterion], seen.variantCase, seen.shown)
  const company = companyOf(application)
  const [verdict] = application.criteria
  if (!verdict) throw new Error(`no criterion ${criterion}`)
  return {
    criterion,
    writer: '',
    features: featuresOf(application, company, verdict, seen.numeric),
    label,
    supported: verdict.support.length > 0,
    most: verdict.most,
    unexplained: company.unexplained > manyUnexplained,
    weight: 1,
  }
}

const examples = (): LabelledCriterion[] =>
  rubric.criteria.flatMap(({ id, examples: own }) =>
    own.map((example) =>
      rowOf(example.text, id, example.score, {
        variantCase: example.case,
        numeric: example.case !== 'words',
        shown: [],
      }),
    ),
  )

const compared = (before: Judged, after: Judged): Comparison => ({
  of: before.of,
  right: { before: before.right, after: after.right },
  wrongAlone: { before: before.wrongAlone, after: after.wrongAlone },
})

/**
 * Learns from the criteria of explanations that people judged. What no rule finds words for stays unawarded, whatever
 * is learned: a grade has to cite something.
 */
export function learn(settings: Settings, corrections: readonly Correction<Params>[]): Lesson<Settings> {
  const rows = corrections.flatMap(({ params, part, criterion, text, score }) => {
    const known: readonly string[] = criterionIds[behaviourOf(params)]
    if (part !== 'explanation' || !known.includes(criterion)) return []
    const seen = {
      variantCase: caseOf(params),
      numeric: numbersOf(params) !== null,
      shown: shownTo(params, settings.wording),
    }
    return [rowOf(text, criterion, score, seen)]
  })
  const kept = examples()
  const before = modelWith(settings.learnt)
  // Always from the model that ships: learning twice from the same corrections is learning once.
  const base = trainedModel()
  const after = learnWeights(base, rows, kept)
  const criteria = Object.fromEntries(
    [...new Set(rows.map(({ criterion }) => criterion))].sort().flatMap((criterion) => {
      const weights = after.criteria[criterion]
      return weights ? [[criterion, weights]] : []
    }),
  )
  return {
    settings: {
      ...settings,
      learnt: rows.length === 0 ? null : { base: base.version, corrections: rows.length, criteria },
    },
    corrections: compared(judge(before, rows), judge(after, rows)),
    examples: compared(judge(before, kept), judge(after, kept)),
  }
}
