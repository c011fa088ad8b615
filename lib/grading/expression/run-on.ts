import { addFractions, equalFractions, type Fraction, subtractFractions } from '@/lib/grading/exact/fraction'
import { type Expression, type ExpressionChain, type ProductNode, unwrapped } from './expression'

/** A chain whose equals signs carry on, as it was meant. */
export interface RunOn {
  /** All that was worked out as one expression, then the links behind it. */
  readonly chain: ExpressionChain
  /** The values of its links. */
  readonly values: readonly Fraction[]
  /** Links of the chain as written, by index, that carry on from the one before. */
  readonly carried: readonly number[]
  /** Those of them that start from another number than the one before came to. */
  readonly slips: readonly number[]
}

/** The two links at the first sign that carries on. */
export const carriedFrom = (
  { links }: ExpressionChain,
  { carried: [index = 1] }: RunOn,
): readonly [Expression, Expression] => [links[index - 1] ?? links[0], links[index] ?? links[0]]

/** What is done next with all there is so far. */
interface Continuation {
  readonly expression: Expression
  /** The number that the link starts from. */
  readonly from: Fraction
  /** Whether the rest of the link is added; otherwise what there is was multiplied. */
  readonly adds: boolean
}

/**
 * The calculator habit: `6×5+5 = 35+24+15 = 74`, where "=" means "now take what there is and go on". A link carries on
 * where its first addend or factor is the total so far, or, in `6×5+5=35 + 5×4+4=24`, the part that was added last.
 * null where no link does. With `slips`, a link may also start from a number that the links before should have come to.
 */
export function readRunOn(chain: ExpressionChain, values: readonly Fraction[], slips = false): RunOn | null {
  const byTotals = readAs(chain, values, slips, false)
  if (byTotals !== null && endsAsMeant(byTotals)) return byTotals
  // 5 + 3=3 + 5=5 = 13: 3 + 5 happens to be the total so far too.
  const byParts = readAs(chain, values, slips, true)
  return byParts !== null && endsAsMeant(byParts) ? byParts : byTotals
}

const endsAsMeant = ({ values: [meant, ...rest] }: RunOn): boolean => {
  const last = rest.at(-1)
  return meant !== undefined && last !== undefined && equalFractions(meant, last)
}

/** One reading; with `partsFirst` a link that starts with the part added last goes on from it even where it holds. */
function readAs(
  { links, relations }: ExpressionChain,
  values: readonly Fraction[],
  slips: boolean,
  partsFirst: boolean,
): RunOn | null {
  const [first] = links
  const [start] = values
  if (start === undefined) return null
  let meant: Expression = first
  let total = start
  let part = start
  /** What the student has reached: the total unless an earlier link started from a wrong number. */
  let reached = start
  let behind: number[] = []
  const carried: number[] = []
  const slipped: number[] = []
  for (const [index, link] of links.entries()) {
    const value = values[index]
    if (index === 0 || value === undefined) continue
    const next = continuationOf(link, meant)
    const isNextPart = partsFirst && next?.adds === true && equalFractions(next.from, part)
    if (!isNextPart && (equalFractions(value, total) || equalFractions(value, reached))) {
      if (equalFractions(value, total)) behind.push(index)
      continue
    }
    const fromTotal = next !== null && !isNextPart && equalFractions(next.from, reached)
    const fromPart = next?.adds === true && equalFractions(next.from, part)
    const isSlip = slips && next?.adds === true && !fromTotal && !fromPart && !isBare(meant)
    if (next !== null && (next.adds || equalFractions(total, reached)) && (fromTotal || fromPart || isSlip)) {
      const added = subtractFractions(value, next.from)
      const isSame = equalFractions(total, reached)
      total = fromTotal && isSame ? value : addFractions(total, added)
      reached = fromTotal || isSlip ? value : addFractions(reached, added)
      part = next.adds ? added : total
      meant = next.expression
      carried.push(index)
      if (isSlip) slipped.push(index)
      behind = []
    } else if (carried.length === 0 || !equalFractions(value, part)) {
      // The part added last, worked out (`… + 5×4+4 = 24`), is no result of its own and left out.
      behind.push(index)
    }
  }
  if (carried.length === 0) return null
  const rest = behind.flatMap((index) => {
    const link = links[index]
    const value = values[index]
    return link === undefined || value === undefined ? [] : [{ link, value, relation: relations[index - 1] }]
  })
  return {
    chain: {
      links: [meant, ...rest.map(({ link }) => link)],
      relations: rest.map(({ link, relation }) => relation ?? { kind: 'equal', at: link.start }),
    },
    values: [total, ...rest.map(({ value }) => value)],
    carried,
    slips: slipped,
  }
}

const isBare = (node: Expression): boolean => unwrapped(node).kind === 'number'

/** The bare number that a sum or product starts with, put in by what it stands for; null for any other link. */
function continuationOf(link: Expression, meant: Expression): Continuation | null {
  const inner = unwrapped(link)
  if (inner.kind === 'product') return multiplied(inner, meant)
  if (inner.kind !== 'sum') return null
  const [head, ...others] = inner.terms
  if (head === undefined || head.negative) return null
  if (head.node.kind === 'product') {
    const product = multiplied(head.node, meant)
    const terms = [{ negative: false, node: product?.expression ?? head.node }, ...others]
    return product === null ? null : { ...product, expression: { ...inner, terms } }
  }
  const from = unwrapped(head.node)
  if (from.kind !== 'number') return null
  const before = meant.kind === 'sum' ? meant.terms : [{ negative: false, node: meant }]
  const { end } = inner
  const expression: Expression = { kind: 'sum', terms: [...before, ...others], start: meant.start, end }
  return { expression, from, adds: true }
}

/** 7×5 after `6+1 =` is (6+1)×5. */
function multiplied(product: ProductNode, meant: Expression): Continuation | null {
  const [head, ...others] = product.factors
  const from = head === undefined || head.inverse ? null : unwrapped(head.node)
  if (from?.kind !== 'number') return null
  const { start, end } = meant
  const node: Expression = isBare(meant) ? meant : { kind: 'group', node: meant, start, end }
  return {
    expression: { ...product, factors: [{ inverse: false, node }, ...others] },
    from,
    adds: false,
  }
}
