import type { Localized } from '@/lib/core/localized'
import { equalFractions, type Fraction } from '@/lib/grading/exact/fraction'
import { type Expression, type ExpressionChain, unwrapped } from '@/lib/grading/expression/expression'
import { carriedFrom, type RunOn, readRunOn } from '@/lib/grading/expression/run-on'
import { type Diagnosis, diagnose } from '@/lib/grading/parameter-count/diagnose'
import { type Network, parameterCount } from '@/lib/grading/parameter-count/network'
import type { Evidence } from '@/lib/question/grade-result'
import { rounded } from './mistakes'
import type { Credit } from './settings'
import { inCode, type Verdict, verdictOf } from './verdict'

const isBare = (link: Expression): boolean => unwrapped(link).kind === 'number'

/**
 * Grades a = b = c link by link (docs/expressions.md).
 * - All links equal: the value decides; a wrong one is diagnosed from the first link that is more than a number.
 * - Links that carry on (6×5+5 = 35+24+15 = 74): what was worked out in all is the answer, less the share for signs
 *   that do not hold.
 * - Some link breaks: the first expression is the answer. Right, it loses the share of one slip for every break, or of
 *   one in all where the last number is right again. Wrong, it earns what it is worth, less the same share.
 * - A result written before its working (75 = 35+24+15) is read as if it stood behind it.
 * - Otherwise a chain that starts with a bare number (74 = 75) lists alternatives, and the worst of them counts.
 */
export function gradeChain(
  chain: ExpressionChain,
  values: readonly Fraction[],
  network: Network,
  credit: Credit,
  text: string,
): Verdict {
  const runOn = runOnOf(chain, values, network)
  if (runOn === null) {
    const verdict = gradeLinks(chain, values, network, credit, text)
    return chain.carriesOn === undefined ? verdict : lessRunOn(verdict, chain.carriesOn, 0, credit, text)
  }
  const verdict = gradeLinks(runOn.chain, runOn.values, network, credit, text, chain)
  const isWrittenApart = runOn.carried.every((index) => beginsLine(chain.links[index], text))
  if (isWrittenApart && runOn.slips.length === 0) return verdict
  const evidence = runOn.carried.map((index) => brokenLink(chain, index, chain, text))
  const less = lessRunOn(verdict, carriedFrom(chain, runOn), runOn.slips.length, credit, text)
  return { ...less, evidence: [...less.evidence, ...evidence] }
}

/** Whether a link goes on in a new line: 35 of "6*5+5 = 35", then "+ 5*4+4 = 24" below. */
function beginsLine(link: Expression | undefined, text: string): boolean {
  const inner = link === undefined ? null : unwrapped(link)
  if (inner?.kind !== 'sum') return false
  const [first, second] = inner.terms
  return (
    first !== undefined &&
    second !== undefined &&
    text.slice(first.node.end, second.node.start).includes('\n')
  )
}

/** What is worked out in all, less the share for signs that carry on, and of one slip for each wrong number it goes on from. */
function lessRunOn(
  verdict: Verdict,
  sides: readonly [Expression, Expression],
  slips: number,
  credit: Credit,
  text: string,
): Verdict {
  const [left, right] = sides.map(({ start, end }) => inCode(text.slice(start, end)))
  const note = {
    ko: `다만 등호의 양쪽(${left}, ${right})이 같지 않습니다. 계산을 이어 갈 때는 줄을 바꾸어 쓰세요.`,
    en: `But the two sides of the equals sign (${left} and ${right}) are not equal: start a new line to carry on.`,
  }
  const isRight = verdict.code === 'correct'
  const code = slips > 0 ? 'arithmetic-slip' : 'run-on-equals'
  return {
    code: isRight ? code : verdict.code,
    credit: rounded(verdict.credit * credit['run-on-equals'] * credit['arithmetic-slip'] ** slips),
    feedback: isRight
      ? { ko: `더한 것은 모두 맞습니다. ${note.ko}`, en: `All that is added is right. ${note.en}` }
      : { ko: `${verdict.feedback.ko} ${note.ko}`, en: `${verdict.feedback.en} ${note.en}` },
    evidence: verdict.evidence,
  }
}

/** The chain as one that carries on, if it does; starting from a wrong number only where the whole comes out right. */
function runOnOf(chain: ExpressionChain, values: readonly Fraction[], network: Network): RunOn | null {
  if (breaksOf(values).length === 0) return null
  const exact = readRunOn(chain, values)
  if (exact !== null) return exact
  const slipped = readRunOn(chain, values, true)
  return slipped !== null && isKey(slipped.values[0], network) ? slipped : null
}

const isKey = (value: Fraction | undefined, network: Network): boolean =>
  value !== undefined && value.d === 1n && value.n === BigInt(parameterCount(network))

function gradeLinks(
  chain: ExpressionChain,
  values: readonly Fraction[],
  network: Network,
  credit: Credit,
  text: string,
  written: ExpressionChain = chain,
): Verdict {
  const breaks = breaksOf(values)
  if (breaks.length === 0) {
    const worded = chain.links.findIndex((link) => !isBare(link))
    return judge(chain, values, Math.max(0, worded), network, credit, text)
  }

  const worth = credit['arithmetic-slip'] ** (isKey(values.at(-1), network) ? 1 : breaks.length)
  const start = startOf(chain)
  const evidence = breaks.map((index) => brokenLink(chain, index === start ? 0 : index, written, text))
  const note = describeBreak(chain, breaks[0] ?? 1, start, written, text)
  if (start === null) {
    const worst = chain.links
      .map((_, index) => judge(chain, values, index, network, credit, text))
      .reduce((a, b) => (b.credit < a.credit ? b : a))
    return {
      code: 'links-disagree',
      credit: rounded(worst.credit * worth),
      feedback: { ko: `${note.ko} 답은 하나만 쓰세요.`, en: `${note.en} Give one answer only.` },
      evidence,
    }
  }
  const first = judge(chain, values, start, network, credit, text)
  if (first.code === 'correct') {
    return {
      code: 'arithmetic-slip',
      credit: rounded(worth),
      feedback: { ko: `식은 맞습니다. ${note.ko}`, en: `The expression is right. ${note.en}` },
      evidence,
    }
  }
  return {
    code: first.code,
    credit: rounded(first.credit * worth),
    feedback: { ko: `${first.feedback.ko} ${note.ko}`, en: `${first.feedback.en} ${note.en}` },
    evidence: [...first.evidence, ...evidence],
  }
}

/** The link that is the answer: the first, or the working behind a result; null where neither shows any. */
function startOf({ links: [first, second] }: ExpressionChain): 0 | 1 | null {
  if (!isBare(first)) return 0
  return second !== undefined && !isBare(second) ? 1 : null
}

/** Indices of the links that differ from the one before. */
function breaksOf(values: readonly Fraction[]): readonly number[] {
  const breaks: number[] = []
  for (const [index, value] of values.entries()) {
    const before = values[index - 1]
    if (before !== undefined && !equalFractions(before, value)) breaks.push(index)
  }
  return breaks
}

function judge(
  chain: ExpressionChain,
  values: readonly Fraction[],
  index: number,
  network: Network,
  credit: Credit,
  text: string,
): Verdict {
  const link = chain.links[index] ?? chain.links[0]
  return verdictOf(diagnoseValue(network, link, values[index]), network, credit, text)
}

function diagnoseValue(network: Network, link: Expression, value: Fraction | undefined): Diagnosis {
  // A negative number or a fraction counts nothing.
  if (value === undefined || value.d !== 1n || value.n < 0n) return { kind: 'incorrect' }
  return diagnose(network, link, value.n)
}

/** Which equals sign of the chain as written stands before a link; 1 is the first. */
function signBefore(chain: ExpressionChain, index: number, written: ExpressionChain): number {
  const at = chain.relations[index - 1]?.at
  const place = written.relations.findIndex((relation) => relation.at === at)
  return place < 0 ? index : place + 1
}

const brokenLink = (
  chain: ExpressionChain,
  index: number,
  written: ExpressionChain,
  text: string,
): Evidence => {
  const { start, end } = chain.links[index] ?? chain.links[0]
  const criterion = `link-${signBefore(chain, index, written) + 1}`
  return { start, end, text: text.slice(start, end), criterion, role: 'contradict' }
}

/** Says between which two values the chain breaks, quoting both as typed, and on which side to look. */
function describeBreak(
  chain: ExpressionChain,
  index: number,
  start: 0 | 1 | null,
  written: ExpressionChain,
  text: string,
): Localized {
  const sign = signBefore(chain, index, written)
  const quote = (link: Expression | undefined) =>
    link === undefined ? '' : inCode(text.slice(link.start, link.end))
  const left = quote(chain.links[index - 1])
  const right = quote(chain.links[index])
  const isBefore = start === index
  return {
    ko: `${sign}번째 등호의 양쪽(${left}, ${right}) 값이 서로 다르니 그 ${isBefore ? '앞의 수를' : '뒤의 계산을'} 확인해 보세요.`,
    en: `The two sides of equals sign ${sign} (${left} and ${right}) differ; check what comes ${isBefore ? 'before' : 'after'} it.`,
  }
}
