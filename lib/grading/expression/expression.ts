/** Offsets into the text as typed: `text.slice(start, end)` is what the node was read from. */
interface Span {
  readonly start: number
  readonly end: number
}

/** A number as typed, cleaned of separators and full-width digits ('1024', '0.225', '1.8e-32'), and its value n/d. */
export interface NumberNode extends Span {
  readonly kind: 'number'
  readonly digits: string
  readonly n: bigint
  readonly d: bigint
}
/** Terms added, or subtracted where `negative`; at least two. */
export interface SumNode extends Span {
  readonly kind: 'sum'
  readonly terms: readonly { readonly negative: boolean; readonly node: Expression }[]
}
/** Factors multiplied, or divided by where `inverse`, from left to right; at least two. */
export interface ProductNode extends Span {
  readonly kind: 'product'
  readonly factors: readonly { readonly inverse: boolean; readonly node: Expression }[]
}
export interface PowerNode extends Span {
  readonly kind: 'power'
  readonly base: Expression
  readonly exponent: Expression
}
export interface NegativeNode extends Span {
  readonly kind: 'negative'
  readonly node: Expression
}
/** Brackets of any kind around an expression. */
export interface GroupNode extends Span {
  readonly kind: 'group'
  readonly node: Expression
}
/** ⌊…⌋ or a whole division 5//2, rounded down; ⌈…⌉ rounded up. */
export interface RoundedNode extends Span {
  readonly kind: 'rounded'
  readonly up: boolean
  readonly node: Expression
}

/** What a text was read as. Sums and products are flat, so the depth is that of brackets and powers only. */
export type Expression =
  | NumberNode
  | SumNode
  | ProductNode
  | PowerNode
  | NegativeNode
  | GroupNode
  | RoundedNode

/** Two links are said to be equal (=) or about equal (≈); `at` is where it says so. */
export interface Relation {
  readonly kind: 'equal' | 'approximate'
  readonly at: number
}

/** `a = b = c` link by link: one relation fewer than links, at least one link. */
export interface ExpressionChain {
  readonly links: readonly [Expression, ...Expression[]]
  readonly relations: readonly Relation[]
  /** Of a chain put together from a working: two links there that were joined by a sign that carries on (run-on.ts). */
  readonly carriesOn?: readonly [Expression, Expression]
}

/** The expression inside any brackets around the whole. */
export function unwrapped(node: Expression): Expression {
  let inner = node
  while (inner.kind === 'group') inner = inner.node
  return inner
}
