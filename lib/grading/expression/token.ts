/** The signs of an expression after spelling has been evened out: `×`, `·`, `*`, `\times` and `x` are all 'times'. */
export type TokenKind =
  | 'number'
  | 'plus'
  | 'minus'
  | 'times'
  | 'divide'
  | 'divide-whole'
  | 'power'
  | 'superscript'
  | 'open'
  | 'floor'
  | 'ceil'
  | 'close'
  | 'fraction'
  | 'equal'
  | 'approximate'
  | 'end'

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  /** Words or punctuation stood before it, so that it does not multiply with what came before. */
  readonly apart: boolean
  /** Of a number or superscript: its cleaned digits and its value n/d; '' and 0 otherwise. */
  readonly digits: string
  readonly n: bigint
  readonly d: bigint
}
