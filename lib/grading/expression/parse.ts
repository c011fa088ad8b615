import { bounds } from './bounds'
import type { Expression, NumberNode } from './expression'
import { quoted, type ReadProblem, type ReadProblemKind } from './read-problem'
import type { Token, TokenKind } from './token'

/**
 * Precedence parser over the tokens of one text: sums of products of powers. Sums, products and runs of signs are
 * loops; only brackets and powers nest, no deeper than the bounds allow, so the call stack stays short.
 */
export class Parser {
  /** The first problem; once set, every method has returned null. */
  problem: ReadProblem | null = null
  private index = 0
  private depth = 0

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  get token(): Token {
    // The list ends with an 'end' token that is never passed, so the index is always inside it.
    return this.tokens[this.index] as Token
  }

  advance(): Token {
    const token = this.token
    if (token.kind !== 'end') this.index += 1
    return token
  }

  fail(kind: ReadProblemKind, token: Token = this.token): null {
    const { start, end } = token
    this.problem ??= { kind, at: start, found: quoted(this.text, start, end) }
    return null
  }

  parseSum(): Expression | null {
    const start = this.token.start
    const first = this.parseSigned()
    if (first === null) return null
    if (!isAdditive(this.token.kind)) return first
    const terms = [
      first.kind === 'negative' ? { negative: true, node: first.node } : { negative: false, node: first },
    ]
    while (isAdditive(this.token.kind)) {
      const negative = this.advance().kind === 'minus'
      const node = this.parseSigned()
      if (node === null) return null
      terms.push({ negative, node })
    }
    return { kind: 'sum', terms, start, end: endOf(terms) }
  }

  /** A product with any signs before it: −3×4 is −(3×4), which has the same value. */
  private parseSigned(): Expression | null {
    const start = this.token.start
    const negative = this.signs()
    const node = this.parseProduct()
    if (node === null || !negative) return node
    return { kind: 'negative', node, start, end: node.end }
  }

  private signs(): boolean {
    let negative = false
    while (isAdditive(this.token.kind)) if (this.advance().kind === 'minus') negative = !negative
    return negative
  }

  private parseProduct(): Expression | null {
    const start = this.token.start
    let first = this.parsePower()
    if (first === null) return null
    let factors: { inverse: boolean; node: Expression }[] | null = null
    for (;;) {
      const { kind } = this.token
      const explicit = kind === 'times' || kind === 'divide' || kind === 'divide-whole'
      if (!explicit && !this.multipliesSilently()) break
      if (explicit) this.advance()
      const node = explicit ? this.parseSignedFactor() : this.parsePower()
      if (node === null) return null
      factors ??= [{ inverse: false, node: first }]
      factors.push({ inverse: kind === 'divide' || kind === 'divide-whole', node })
      if (kind === 'divide-whole') {
        const product: Expression = { kind: 'product', factors, start, end: node.end }
        first = { kind: 'rounded', up: false, node: product, start, end: node.end }
        factors = null
      }
    }
    if (this.problem !== null) return null
    return factors === null ? first : { kind: 'product', factors, start, end: endOf(factors) }
  }

  /**
   * Whether a value follows without a sign: `5(6+1)` and `(6+1)5` multiply; `6 5` does not, nor does a bracket that is
   * a remark, as in `74 (weights 62 + biases 12)`.
   */
  private multipliesSilently(): boolean {
    const { token } = this
    if (!startsValue.has(token.kind)) return false
    const before = this.tokens[this.index - 1]
    const remark = token.kind === 'open' && this.tokens[this.index + 1]?.apart === true
    if (token.apart || remark || (token.kind === 'number' && before?.kind !== 'close')) {
      this.fail('missing-operator')
      return false
    }
    return true
  }

  private parseSignedFactor(): Expression | null {
    const start = this.token.start
    const negative = this.signs()
    const node = this.parsePower()
    if (node === null || !negative) return node
    return { kind: 'negative', node, start, end: node.end }
  }

  /** base^exponent, from the right: 2^3^2 is 2^(3^2). */
  private parsePower(): Expression | null {
    const base = this.parsePrimary()
    if (base === null) return null
    if (this.token.kind === 'superscript') {
      const { digits, n, d, start, end } = this.advance()
      const exponent: NumberNode = { kind: 'number', digits, n, d, start, end }
      return { kind: 'power', base, exponent, start: base.start, end }
    }
    if (this.token.kind !== 'power') return base
    const sign = this.advance()
    if (this.depth >= bounds.depth) return this.fail('too-deep', sign)
    this.depth += 1
    const exponent = this.parseSignedFactor()
    this.depth -= 1
    if (exponent === null) return null
    return { kind: 'power', base, exponent, start: base.start, end: exponent.end }
  }

  private parsePrimary(): Expression | null {
    const { kind, digits, n, d, start, end } = this.token
    switch (kind) {
      case 'number':
        this.advance()
        return { kind, digits, n, d, start, end }
      case 'open':
        return this.parseGroup()
      case 'fraction':
        return this.parseFraction()
      case 'floor':
      case 'ceil':
        return this.parseRounded(kind === 'ceil')
      default:
        return this.fail('missing-value')
    }
  }

  private parseGroup(): Expression | null {
    const open = this.advance()
    if (this.depth >= bounds.depth) return this.fail('too-deep', open)
    this.depth += 1
    const node = this.parseSum()
    this.depth -= 1
    if (node === null) return null
    if (this.token.kind === 'end') return this.fail('bracket-not-closed', open)
    if (this.token.kind !== 'close') return this.fail('missing-operator')
    return { kind: 'group', node, start: open.start, end: this.advance().end }
  }

  /** ⌊…⌋ */
  private parseRounded(up: boolean): Expression | null {
    this.advance()
    const group = this.parseGroup()
    return group === null ? null : { kind: 'rounded', up, node: group, start: group.start, end: group.end }
  }

  /** \frac{a}{b} */
  private parseFraction(): Expression | null {
    const start = this.advance().start
    if (this.token.kind !== 'open') return this.fail('missing-value')
    const above = this.parseGroup()
    if (above === null) return null
    if (this.token.kind !== 'open') return this.fail('missing-value')
    const below = this.parseGroup()
    if (below === null) return null
    const factors = [
      { inverse: false, node: above },
      { inverse: true, node: below },
    ]
    // In brackets of its own, so that a×\frac{b}{c} stays one factor.
    const product: Expression = { kind: 'product', factors, start, end: below.end }
    return { kind: 'group', node: product, start, end: below.end }
  }
}

const startsValue = new Set<TokenKind>(['open', 'number', 'fraction', 'floor', 'ceil'])
const isAdditive = (kind: TokenKind): boolean => kind === 'plus' || kind === 'minus'

const endOf = (parts: readonly { readonly node: Expression }[]): number => parts.at(-1)?.node.end ?? 0
