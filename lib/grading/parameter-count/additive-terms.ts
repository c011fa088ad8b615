import { evaluateExact } from '@/lib/grading/expression/evaluate-exact'
import type { Expression, ProductNode, SumNode } from '@/lib/grading/expression/expression'
import { unwrapped } from '@/lib/grading/expression/expression'

/** A factor of a term; `isSum` where it was written as one. */
export interface Factor {
  readonly value: number
  readonly isSum: boolean
  /** 6 where it was written as 6+1 or 1+6, as in (6+1)×5; null otherwise. */
  readonly besidesOne: number | null
}

/** One addend of an answer, with the factors it was written with (ones left out); `text.slice(start, end)` is its source. */
export interface Term {
  /** Exact where it is below 2^53; a larger one equals no count of a network and needs no digits. */
  readonly value: number
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

function productOf(factors: readonly Factor[]): number {
  let product = 1
  for (const { value } of factors) product *= value
  return product
}

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
  if (inner.kind === 'number') return inner.d === 1n ? factorOf(inner.n, inner) : null
  const value = evaluateExact(inner)
  if (!value.ok || value.value.d !== 1n || value.value.n < 0n) return null
  // 5² counts as 5×5; a power of anything longer stays one factor.
  const isSquare = inner.kind === 'power' && inner.exponent.kind === 'number' && inner.exponent.n === 2n
  const side = isSquare && inner.base.kind === 'number' ? factorOf(inner.base.n, inner.base) : null
  return side === null ? factorOf(value.value.n, inner) : [...side, ...side]
}

const factorOf = (value: bigint, node: Expression): readonly Factor[] =>
  value === 1n
    ? []
    : [
        {
          value: Number(value),
          isSum: node.kind === 'sum',
          besidesOne: node.kind === 'sum' ? besidesOne(node) : null,
        },
      ]

function besidesOne({ terms }: SumNode): number | null {
  const [a, b] = terms.map(({ negative, node }) =>
    negative || node.kind !== 'number' ? null : Number(node.n),
  )
  if (terms.length !== 2 || a == null || b == null || (a !== 1 && b !== 1)) return null
  return a === 1 ? b : a
}
