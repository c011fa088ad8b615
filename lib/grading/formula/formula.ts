/** A formula of an author, read. */
export type Formula =
  | { readonly kind: 'number'; readonly n: bigint; readonly d: bigint }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'operation'; readonly sign: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Formula[] }

export const operators = ['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!='] as const
export type Operator = (typeof operators)[number]

/** Functions and how many arguments they take: least, most. */
export const functions = {
  exp: [1, 1],
  log: [1, 1],
  sqrt: [1, 1],
  tanh: [1, 1],
  sigmoid: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  abs: [1, 1],
  mod: [2, 2],
  min: [1, 20],
  max: [1, 20],
  /** if(condition, then, else) */
  if: [3, 3],
} as const satisfies Record<string, readonly [number, number]>
export type FunctionName = keyof typeof functions

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functions, name)

/** Why a text is no formula, or why a formula has no value. */
export interface FormulaProblem {
  readonly kind:
    | 'empty'
    | 'too-long'
    | 'too-deep'
    | 'character'
    | 'unexpected'
    | 'unknown-name'
    | 'unknown-function'
    | 'arguments'
    | 'division-by-zero'
    | 'out-of-range'
  /** Where in the text, UTF-16; 0 for a value that cannot be worked out. */
  readonly at: number
  readonly found: string
}

const parts = (formula: Formula): readonly Formula[] => {
  switch (formula.kind) {
    case 'number':
    case 'name':
      return []
    case 'negative':
      return [formula.of]
    case 'operation':
      return [formula.left, formula.right]
    case 'call':
      return formula.of
  }
}

/** Names that a formula refers to, each once. */
export function namesIn(formula: Formula): ReadonlySet<string> {
  if (formula.kind === 'name') return new Set([formula.name])
  return new Set(parts(formula).flatMap((part) => [...namesIn(part)]))
}

/** Operations in a formula: how much there is to work out. */
export function operationsIn(formula: Formula): number {
  const own = formula.kind === 'operation' || formula.kind === 'call' ? 1 : 0
  return parts(formula).reduce((sum, part) => sum + operationsIn(part), own)
}
