import type { Localized } from '@/lib/core/localized'
import { equalFractions, type Fraction } from '@/lib/grading/exact/fraction'
import { type Expression, type ExpressionChain, unwrapped } from '@/lib/grading/expression/expression'
import { type Diagnosis, diagnose } from '@/lib/grading/parameter-count/diagnose'
import { type Network, parameterCount } from '@/lib/grading/parameter-count/network'
import type { Evidence } from '@/lib/question/grade-result'
import { rounded } from './mistakes'
import type { Credit } from './settings'
import { inCode, type Verdict, verdictOf } from './verdict'

const isBare = (link: Expression): boolean => unwrapped(link).kind === 'number'

/**
 * Grades a = b = c link by link.
 * - All links equal: the value decides; a wrong one is diagnosed from the first link that is more than a number.
 * - Some link breaks: the first expression is the answer. Right, it loses the share of one slip for every break, or of
 *   one in all where the last number is right again. Wrong, it earns what it is worth, less the same share.
 * - The chain starts with a bare number (74 = 75): it lists alternatives, and the worst of them counts.
 */
export function gradeChain(
  chain: ExpressionChain,
  values: readonly Fraction[],
  network: Network,
  credit: Credit,
  text: string,
): Verdict {
  const breaks = breaksOf(values)
  if (breaks.length === 0) {
    const worded = chain.links.findIndex((link) => !isBare(link))
    return judge(chain, values, Math.max(0, worded), network, credit, text)
  }

  const last = values.at(-1)
  const endsRight = last !== undefined && last.d === 1n && last.n === BigInt(parameterCount(network))
  const worth = credit['arithmetic-slip'] ** (endsRight ? 1 : breaks.length)
  const evidence = breaks.map((index) => brokenLink(chain, index, text))
  const note = describeBreak(chain, breaks[0] ?? 1, text)
  if (isBare(chain.links[0])) {
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
  const first = judge(chain, values, 0, network, credit, text)
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

const brokenLink = (chain: ExpressionChain, index: number, text: string): Evidence => {
  const { start, end } = chain.links[index] ?? chain.links[0]
  return { start, end, text: text.slice(start, end), criterion: `link-${index + 1}`, role: 'contradict' }
}

/** Says between which two values the chain breaks, quoting both as typed. */
function describeBreak(chain: ExpressionChain, index: number, text: string): Localized {
  const quote = (link: Expression | undefined) =>
    link === undefined ? '' : inCode(text.slice(link.start, link.end))
  const left = quote(chain.links[index - 1])
  const right = quote(chain.links[index])
  return {
    ko: `${index}번째 등호의 양쪽(${left}, ${right}) 값이 서로 다르니 그 뒤의 계산을 확인해 보세요.`,
    en: `The two sides of equals sign ${index} (${left} and ${right}) differ; check what comes after it.`,
  }
}
