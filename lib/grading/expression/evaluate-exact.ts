import { err, ok, type Result } from '@/lib/core/result'
import { bitLength } from '@/lib/grading/exact/bit-length'
import { type Fraction, fraction } from '@/lib/grading/exact/fraction'
import { bounds } from './bounds'
import type { Expression, ExpressionChain, PowerNode, ProductNode, RoundedNode, SumNode } from './expression'
import type { ReadProblem, ReadProblemKind } from './read-problem'

/** n/d with d > 0, not necessarily in lowest terms: reducing at every step would cost more than it saves. */
interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

const LIMIT = 1n << BigInt(bounds.bits)
const WORD = 1n << 64n
const limbs = (value: bigint): number =>
  value < WORD && value > -WORD ? 1 : Math.ceil(bitLength(value) / 64)
/** Euclid's algorithm takes about twenty times the limb products of one multiplication. */
const REDUCTION_WORK = 20

/** Works out expressions exactly. The work is metered over all the links of one answer, and refused beyond the bounds. */
class Evaluation {
  problem: ReadProblem | null = null
  private work = 0

  lowest(value: Ratio, at: number): Fraction | null {
    if (value.d === 1n) return { n: value.n, d: 1n }
    if (!this.spend(REDUCTION_WORK * limbs(value.n) * limbs(value.d), at)) return null
    return fraction(value.n, value.d)
  }

  evaluate(node: Expression): Ratio | null {
    switch (node.kind) {
      case 'number':
        return node
      case 'group':
        return this.evaluate(node.node)
      case 'negative': {
        const value = this.evaluate(node.node)
        return value === null ? null : { n: -value.n, d: value.d }
      }
      case 'sum':
        return this.sum(node)
      case 'product':
        return this.product(node)
      case 'power':
        return this.power(node)
      case 'rounded':
        return this.rounded(node)
    }
  }

  private fail(kind: ReadProblemKind, at: number): null {
    this.problem ??= { kind, at, found: '' }
    return null
  }

  private spend(work: number, at: number): boolean {
    this.work += work
    if (this.work <= bounds.work) return true
    this.fail('too-large', at)
    return false
  }

  private multiply(a: bigint, b: bigint, at: number): bigint | null {
    if (a === 1n) return b
    if (b === 1n) return a
    if (!this.spend(limbs(a) * limbs(b), at)) return null
    const product = a * b
    return product < LIMIT && product > -LIMIT ? product : this.fail('too-large', at)
  }

  private sum(node: SumNode): Ratio | null {
    let n = 0n
    let d = 1n
    for (const term of node.terms) {
      const value = this.evaluate(term.node)
      if (value === null) return null
      let scaled: bigint | null = value.n
      if (value.d !== d) {
        const left = this.multiply(n, value.d, term.node.start)
        scaled = this.multiply(value.n, d, term.node.start)
        const common = this.multiply(d, value.d, term.node.start)
        if (left === null || scaled === null || common === null) return null
        n = left
        d = common
      }
      n = term.negative ? n - scaled : n + scaled
    }
    return { n, d }
  }

  private product(node: ProductNode): Ratio | null {
    let n = 1n
    let d = 1n
    for (const factor of node.factors) {
      const value = this.evaluate(factor.node)
      if (value === null) return null
      const { start } = factor.node
      if (factor.inverse && value.n === 0n) return this.fail('division-by-zero', start)
      const above = this.multiply(n, factor.inverse ? value.d : value.n, start)
      const below = this.multiply(d, factor.inverse ? value.n : value.d, start)
      if (above === null || below === null) return null
      n = below < 0n ? -above : above
      d = below < 0n ? -below : below
    }
    return { n, d }
  }

  private rounded({ node, up }: RoundedNode): Ratio | null {
    const value = this.evaluate(node)
    if (value === null || value.d === 1n) return value
    if (!this.spend(limbs(value.n) * limbs(value.d), node.start)) return null
    const towardsZero = value.n / value.d
    const rest = value.n - towardsZero * value.d
    if (up) return { n: rest > 0n ? towardsZero + 1n : towardsZero, d: 1n }
    return { n: rest < 0n ? towardsZero - 1n : towardsZero, d: 1n }
  }

  private power(node: PowerNode): Ratio | null {
    const { start } = node.exponent
    const base = this.evaluate(node.base)
    const raised = base === null ? null : this.evaluate(node.exponent)
    const exponent = raised === null ? null : this.lowest(raised, start)
    if (base === null || exponent === null) return null
    if (exponent.d !== 1n) return this.fail('exponent-not-whole', start)
    if (exponent.n > BigInt(bounds.exponent) || exponent.n < -BigInt(bounds.exponent)) {
      return this.fail('too-large', start)
    }
    if (exponent.n < 0n && base.n === 0n) return this.fail('division-by-zero', node.base.start)
    // Lowest terms first: (9/40)^49 is far smaller than (225/1000)^49.
    const lowest = this.lowest(base, node.base.start)
    if (lowest === null) return null
    const magnitude = exponent.n < 0n ? -exponent.n : exponent.n
    const bits = Math.max(grownBits(lowest.n, magnitude), grownBits(lowest.d, magnitude))
    if (bits > bounds.bits) return this.fail('too-large', start)
    if (!this.spend(Math.ceil(bits / 64) ** 2, start)) return null
    const n = lowest.n ** magnitude
    const d = lowest.d ** magnitude
    if (exponent.n >= 0n) return { n, d }
    return n < 0n ? { n: -d, d: -n } : { n: d, d: n }
  }
}

/** Upper bound of the bits of base^exponent, known before it is worked out. */
const grownBits = (base: bigint, exponent: bigint): number =>
  base <= 1n && base >= -1n ? 1 : bitLength(base) * Number(exponent)

/** The exact value in lowest terms, or why it has none: division by zero, an exponent that isn't whole, or too large. */
export function evaluateExact(node: Expression): Result<Fraction, ReadProblem> {
  const evaluation = new Evaluation()
  const value = evaluation.evaluate(node)
  const lowest = value === null ? null : evaluation.lowest(value, node.start)
  return lowest === null ? err(failureOf(evaluation, node)) : ok(lowest)
}

/** The exact value of every link of a chain, in order. */
export function evaluateLinks(chain: ExpressionChain): Result<readonly Fraction[], ReadProblem> {
  const evaluation = new Evaluation()
  const values: Fraction[] = []
  for (const link of chain.links) {
    const value = evaluation.evaluate(link)
    const lowest = value === null ? null : evaluation.lowest(value, link.start)
    if (lowest === null) return err(failureOf(evaluation, link))
    values.push(lowest)
  }
  return ok(values)
}

const failureOf = (evaluation: Evaluation, node: Expression): ReadProblem =>
  evaluation.problem ?? { kind: 'too-large', at: node.start, found: '' }
