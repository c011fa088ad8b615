import { evaluateExact } from '@/lib/grading/expression/evaluate-exact'
import type { Expression, ProductNode } from '@/lib/grading/expression/expression'
import { unwrapped } from '@/lib/grading/expression/expression'

/** A factor of a term; `isSum` where it was written as one, like the 6+1 of (6+1)×5. */
export interface Factor {
  readonly value: bigint
  readonly isSum: boolean
}

/** One addend of an answer, with the factors it was written with (ones left out); `text.slice(start, end)` is its source. */
export interface Term {
  readonly value: bigint
  readonly factors: readonly Factor[]
  readonly start: number
  readonly end: number
}

/**
 * The addends of an expression whatever its brackets: (6×5+5)+(5×4+4) has four. null where something other than
 * natural numbers is added or multiplied (a subtraction, a division, a decimal): such an answer has no parts to match.
 */
export function additiveTerms(node: Expression): readonly Term[] | null {
  const terms: Term[] = []
  return collect(node, terms) ? terms : null
}

function collect(node: Expression, terms: Term[]): boolean {
  switch (node.kind) {
    case 'group':
      return collect(node.node, terms)
    case 'sum':
      return node.terms.every((term) => !term.negative && collect(term.node, terms))
    case 'product':
      return collectProduct(node, terms)
    default: {
      const factors = factorsOf(node)
      if (factors === null) return false
      terms.push({ value: productOf(factors), factors, start: node.start, end: node.end })
      return true
    }
  }
}

function collectProduct(node: ProductNode, terms: Term[]): boolean {
  const factors = factorsOf(node)
  if (factors === null) return false
  const only = factors.length === 1 ? factors[0] : undefined
  // 1×(6×5+5) is the sum itself.
  const sum = only?.isSum ? node.factors.find((factor) => unwrapped(factor.node).kind === 'sum') : undefined
  if (sum !== undefined) return collect(sum.node, terms)
  terms.push({ value: productOf(factors), factors, start: node.start, end: node.end })
  return true
}

const productOf = (factors: readonly Factor[]): bigint =>
  factors.reduce((product, factor) => product * factor.value, 1n)

/** Factors of a product with nested products flattened and ones dropped; null where one is no natural number. */
function factorsOf(node: Expression): readonly Factor[] | null {
  const inner = unwrapped(node)
  if (inner.kind === 'product') {
    const factors: Factor[] = []
    for (const { inverse, node: part } of inner.factors) {
      const flat = inverse ? null : factorsOf(part)
      if (flat === null) return null
      factors.push(...flat)
    }
    return factors
  }
  const value = evaluateExact(inner)
  if (!value.ok || value.value.d !== 1n || value.value.n < 0n) return null
  if (value.value.n === 1n) return []
  // 5² counts as 5×5; a power of anything longer stays one factor.
  const isSquare = inner.kind === 'power' && inner.exponent.kind === 'number' && inner.exponent.n === 2n
  if (isSquare && inner.base.kind === 'number') {
    const side: Factor = { value: inner.base.n, isSum: false }
    return [side, side]
  }
  return [{ value: value.value.n, isSum: inner.kind === 'sum' }]
}
