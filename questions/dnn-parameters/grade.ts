import { evaluateLinks } from '@/lib/grading/expression/evaluate-exact'
import { describeReadProblem, type ReadProblem } from '@/lib/grading/expression/read-problem'
import { readSteps, readWorking } from '@/lib/grading/expression/read-working'
import type { Network } from '@/lib/grading/parameter-count/network'
import type { GradeResult } from '@/lib/question/grade-result'
import { gradeChain } from './grade-chain'
import { rounded } from './mistakes'
import { networkOf, type Params } from './params'
import type { Response } from './response'
import type { Settings } from './settings'
import { steps } from './solution'
import type { Verdict } from './verdict'

const title = { ko: '파라미터 수', en: 'Number of parameters' }

/**
 * Mark scheme: a right number or expression earns everything however it is written; a known wrong way earns its share;
 * an expression that fits the network in part earns a share of what fits; anything else readable earns nothing.
 */
export function grade(params: Params, { total }: Response, settings: Settings): GradeResult {
  const network = networkOf(params)
  const read = readWorking(total)
  if (!read.ok) return unreadable(read.error, network, settings)
  const values = evaluateLinks(read.value)
  if (!values.ok) return unreadable(values.error, network, settings)
  const verdict = gradeChain(read.value, values.value, network, settings.credit, total)
  const steps = verdict.credit < 1 && arrow.test(total) ? gradeSteps(total, network, settings) : null
  const best = steps !== null && steps.credit > verdict.credit ? steps : verdict
  return resultOf(best, 'graded', network, settings)
}

const arrow = /=>|->|[→⇒⟹]/

/** An arrow may stand for "=" as well as for "next": 6*5+5 = 35 → 5*4+4 = 24 → … is read as steps too. */
function gradeSteps(total: string, network: Network, { credit }: Settings): Verdict | null {
  const chain = readSteps(total)
  const values = chain === null ? null : evaluateLinks(chain)
  return chain !== null && values?.ok === true
    ? gradeChain(chain, values.value, network, credit, total)
    : null
}

function unreadable(problem: ReadProblem, network: Network, settings: Settings): GradeResult {
  const code = problem.kind === 'empty' ? 'empty' : 'invalid'
  const verdict: Verdict = { code, credit: 0, feedback: describeReadProblem(problem), evidence: [] }
  return resultOf(verdict, 'invalid', network, settings)
}

function resultOf(
  { code, credit, feedback, evidence }: Verdict,
  status: GradeResult['status'],
  network: Network,
  { points }: Settings,
): GradeResult {
  return {
    score: credit,
    interval: [credit, credit],
    status,
    parts: [{ id: 'total', title, score: rounded(credit * points), max: points, code, feedback, evidence }],
    steps: steps(network),
  }
}
