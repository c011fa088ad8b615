import { evaluateExact } from '@/lib/grading/expression/evaluate-exact'
import type { Expression } from '@/lib/grading/expression/expression'
import type { ReadProblem } from '@/lib/grading/expression/read-problem'
import { naturalLog } from './natural-log'

/** The size of a value by its natural logarithm, −Infinity for zero, and its sign; or why it has none. */
export type LogValue =
  | { readonly kind: 'value'; readonly log: number; readonly negative: boolean }
  | { readonly kind: 'problem'; readonly problem: ReadProblem }

/** A sequence has at most 10,000 steps. */
const LARGEST_EXPONENT = 100_000n

const value = (log: number, negative: boolean): LogValue => ({ kind: 'value', log, negative })
const tooLarge = ({ start }: Expression): LogValue => ({
  kind: 'problem',
  problem: { kind: 'too-large', at: start, found: '' },
})

/**
 * The value of an expression in log space: powers and products of any size without their digits, good to about 1e-11
 * of the logarithm. Sums are worked out exactly, and so have to be of moderate size.
 */
export function logValueOf(node: Expression): LogValue {
  switch (node.kind) {
    case 'group':
      return logValueOf(node.node)
    case 'negative': {
      const inner = logValueOf(node.node)
      return inner.kind === 'value' ? value(inner.log, !inner.negative) : inner
    }
    case 'product':
      return logOfProduct(node)
    case 'power':
      return logOfPower(node)
    default:
      return logOfExact(node)
  }
}

function logOfExact(node: Expression): LogValue {
  const exact = evaluateExact(node)
  if (!exact.ok) return { kind: 'problem', problem: exact.error }
  const { n, d } = exact.value
  if (n === 0n) return value(Number.NEGATIVE_INFINITY, false)
  return value(naturalLog({ n: n < 0n ? -n : n, d }) ?? 0, n < 0n)
}

function logOfProduct({ factors }: Extract<Expression, { kind: 'product' }>): LogValue {
  let log = 0
  let negative = false
  for (const { inverse, node } of factors) {
    const factor = logValueOf(node)
    if (factor.kind === 'problem') return factor
    if (inverse && factor.log === Number.NEGATIVE_INFINITY) {
      return { kind: 'problem', problem: { kind: 'division-by-zero', at: node.start, found: '' } }
    }
    log += inverse ? -factor.log : factor.log
    negative = negative !== factor.negative
  }
  return value(log, negative)
}

function logOfPower(node: Extract<Expression, { kind: 'power' }>): LogValue {
  const raised = evaluateExact(node.exponent)
  if (!raised.ok) return { kind: 'problem', problem: raised.error }
  const { n, d } = raised.value
  if (d !== 1n) {
    return { kind: 'problem', problem: { kind: 'exponent-not-whole', at: node.exponent.start, found: '' } }
  }
  if (n > LARGEST_EXPONENT || n < -LARGEST_EXPONENT) return tooLarge(node.exponent)
  const base = logValueOf(node.base)
  if (base.kind === 'problem') return base
  if (base.log === Number.NEGATIVE_INFINITY) return logOfExact(node)
  return value(base.log * Number(n), base.negative && n % 2n !== 0n)
}
