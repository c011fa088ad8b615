import type { Localized } from '@/lib/core/localized'
import { equalFractions, type Fraction } from '@/lib/grading/exact/fraction'
import { readExact } from '@/lib/grading/expression/read-exact'
import { describeReadProblem } from '@/lib/grading/expression/read-problem'
import { asNumber, evaluateFormula, type FormulaValue } from '@/lib/grading/formula/evaluate-formula'
import { namesIn } from '@/lib/grading/formula/formula'
import { keysOf, type Program, programOf, type Values, withDerived } from '@/lib/grading/program/program'
import { writeValue } from '@/lib/grading/program/write-value'
import type { GradeResult, PartResult } from '@/lib/question/grade-result'
import type { ComputedParams } from './params'
import type { ComputedSettings } from './settings'

type Part = Program['parts'][number]

const words = {
  correct: { ko: '맞습니다.', en: 'Right.' },
  empty: { ko: '답이 없습니다.', en: 'No answer was given.' },
  incorrect: {
    ko: '맞지 않습니다. 주어진 값으로 단계별로 다시 계산해 보세요.',
    en: 'This is not right. Work it out again step by step from the given values.',
  },
  follow: {
    ko: '앞의 값은 틀렸지만 그 값에서 옳게 이어졌으므로 점수를 받습니다(한 번의 실수로 두 번 잃지 않습니다).',
    en: 'The earlier value is wrong, but this follows correctly from it and earns its points (one slip is not charged twice).',
  },
} satisfies Record<string, Localized>

/** Equal exactly, or within the part's tolerance as a share of the reference. */
function matches(value: Fraction, reference: FormulaValue, tolerance: number): boolean {
  if (reference.kind === 'exact' && tolerance === 0) return equalFractions(value, reference.value)
  const [x, r] = [asNumber({ kind: 'exact', value }), asNumber(reference)]
  return Math.abs(x - r) <= tolerance * Math.abs(r)
}

const hundredThousandths = (score: number): number => Math.round(score * 1e6) / 1e6

/**
 * Grades each part by its key; a wrong one by the student's own earlier values where its formula uses them, and then by
 * the named mistakes. Total on responses.
 */
export function grade(
  params: ComputedParams,
  response: Readonly<Record<string, string>>,
  settings: ComputedSettings,
): GradeResult {
  const program = programOf(settings)
  const values = withDerived(program, new Map(Object.entries(params.values)))
  const keys = keysOf(program, values)
  /** What the student found instead of a key, by part. */
  const own = new Map<string, FormulaValue>()
  const parts = program.parts.map((part) => {
    const text = response[part.id] ?? ''
    const result = (credit: number, code: string, feedback: Localized): PartResult => ({
      id: part.id,
      title: part.label,
      score: hundredThousandths(part.points * credit),
      max: part.points,
      code,
      feedback,
      evidence: [],
    })
    if (text.trim() === '') return result(0, 'empty', words.empty)
    const read = readExact(text)
    if (!read.ok) return result(0, 'invalid', describeReadProblem(read.error))
    const key = keys.get(part.id)
    if (key && matches(read.value, key, part.tolerance)) return result(1, 'correct', words.correct)
    const follows = followThrough(program, part, values, own)
    own.set(part.id, { kind: 'exact', value: read.value })
    if (follows && matches(read.value, follows, part.tolerance))
      return result(1, 'follow-through', words.follow)
    const mistake = mistakeOf(program, part, keys, read.value)
    return mistake
      ? result(mistake.credit, mistake.id, mistake.feedback)
      : result(0, 'incorrect', words.incorrect)
  })
  const most = parts.reduce((sum, { max }) => sum + max, 0)
  const score = hundredThousandths(parts.reduce((sum, part) => sum + part.score, 0) / most)
  const unread = parts.every(({ code }) => code === 'invalid' || code === 'empty')
  return {
    score,
    interval: [score, score],
    status: unread ? 'invalid' : 'graded',
    parts,
    steps: program.parts.map((part) => stepOf(part, keys)),
  }
}

/** What the part comes to from the student's own wrong values of the parts that its formula uses; null where it uses none. */
function followThrough(program: Program, part: Part, values: Values, own: Values): FormulaValue | null {
  if (![...namesIn(part.formula)].some((name) => own.has(name))) return null
  try {
    const value = evaluateFormula(part.formula, keysOf(program, values, own))
    return value.ok ? value.value : null
  } catch {
    // Some other part has no value with these: nothing follows.
    return null
  }
}

function mistakeOf({ mistakes }: Program, part: Part, keys: Values, value: Fraction) {
  return mistakes.find((mistake) => {
    if (mistake.part !== part.id) return false
    const wrong = evaluateFormula(mistake.wrong, keys)
    return wrong.ok && matches(value, wrong.value, part.tolerance)
  })
}

const stepOf = (part: Part, keys: Values): Localized => {
  const value = keys.get(part.id)
  const text = value ? writeValue(value) : ''
  return {
    ko: `${part.label.ko}: \`${part.key}\` = ${text}`,
    en: `${part.label.en}: \`${part.key}\` = ${text}`,
  }
}
