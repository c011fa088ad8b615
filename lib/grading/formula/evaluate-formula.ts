import { err, ok, type Result } from '@/lib/core/result'
import { bitLength } from '../exact/bit-length'
import {
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
} from '../exact/fraction'
import type { Formula, FormulaProblem, FunctionName, Operator } from './formula'

/** Exact where only + - * / whole powers, rounding and comparisons were used; a double once a function makes it one. */
export type FormulaValue =
  | { readonly kind: 'exact'; readonly value: Fraction }
  | { readonly kind: 'real'; readonly value: number }

/** Larger exact values than any count; they bound the work of a sum. */
const MOST_BITS = 512
const LARGEST_EXPONENT = 512n

class Stop extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(problem.kind)
  }
}
const stop = (kind: FormulaProblem['kind'], found = ''): never => {
  throw new Stop({ kind, at: 0, found })
}

export const exactValue = (n: bigint, d: bigint = 1n): FormulaValue => ({
  kind: 'exact',
  value: fraction(n, d),
})

export const asNumber = (value: FormulaValue): number =>
  value.kind === 'real' ? value.value : ratio(value.value)

/** n/d as the nearest double, also where n and d alone are out of a double's range. */
function ratio({ n, d }: Fraction): number {
  const shift = BigInt(Math.max(0, Math.max(bitLength(n), bitLength(d)) - 1_000))
  return Number(n >> shift) / Number(d >> shift || 1n)
}

const exact = (value: Fraction): FormulaValue =>
  bitLength(value.n) > MOST_BITS || bitLength(value.d) > MOST_BITS
    ? stop('out-of-range')
    : { kind: 'exact', value }
const real = (value: number): FormulaValue =>
  Number.isFinite(value) ? { kind: 'real', value } : stop('out-of-range')
const truth = (holds: boolean): FormulaValue => exactValue(holds ? 1n : 0n)

/** Value of a formula for values of its names; or why it has none. Bounded by the formula's length. */
export function evaluateFormula(
  formula: Formula,
  values: ReadonlyMap<string, FormulaValue>,
): Result<FormulaValue, FormulaProblem> {
  try {
    return ok(evaluate(formula, values))
  } catch (error) {
    if (error instanceof Stop) return err(error.problem)
    throw error
  }
}

function evaluate(formula: Formula, values: ReadonlyMap<string, FormulaValue>): FormulaValue {
  switch (formula.kind) {
    case 'number':
      return exactValue(formula.n, formula.d)
    case 'name':
      return values.get(formula.name) ?? stop('unknown-name', formula.name)
    case 'negative':
      return operate('-', exactValue(0n), evaluate(formula.of, values))
    case 'operation':
      return operate(formula.sign, evaluate(formula.left, values), evaluate(formula.right, values))
    case 'call': {
      if (formula.name === 'if') {
        const [condition, then, otherwise] = formula.of
        if (!condition || !then || !otherwise) return stop('arguments', 'if')
        return evaluate(isZero(evaluate(condition, values)) ? otherwise : then, values)
      }
      return call(
        formula.name,
        formula.of.map((each) => evaluate(each, values)),
      )
    }
  }
}

const isZero = (value: FormulaValue): boolean =>
  value.kind === 'exact' ? value.value.n === 0n : value.value === 0

/** -1, 0 or 1. */
export function compareValues(a: FormulaValue, b: FormulaValue): number {
  if (a.kind === 'exact' && b.kind === 'exact') return compareFractions(a.value, b.value)
  return Math.sign(asNumber(a) - asNumber(b))
}

function operate(sign: Operator, a: FormulaValue, b: FormulaValue): FormulaValue {
  switch (sign) {
    case '<':
      return truth(compareValues(a, b) < 0)
    case '<=':
      return truth(compareValues(a, b) <= 0)
    case '>':
      return truth(compareValues(a, b) > 0)
    case '>=':
      return truth(compareValues(a, b) >= 0)
    case '==':
      return truth(compareValues(a, b) === 0)
    case '!=':
      return truth(compareValues(a, b) !== 0)
    case '^':
      return power(a, b)
    case '/':
      if (isZero(b)) return stop('division-by-zero')
      return a.kind === 'exact' && b.kind === 'exact'
        ? exact(fraction(a.value.n * b.value.d, a.value.d * b.value.n))
        : real(asNumber(a) / asNumber(b))
    default: {
      if (a.kind !== 'exact' || b.kind !== 'exact') {
        const [x, y] = [asNumber(a), asNumber(b)]
        return real(sign === '+' ? x + y : sign === '-' ? x - y : x * y)
      }
      const by = sign === '+' ? addFractions : sign === '-' ? subtractFractions : multiplyFractions
      return exact(by(a.value, b.value))
    }
  }
}

function power(a: FormulaValue, b: FormulaValue): FormulaValue {
  if (a.kind !== 'exact' || b.kind !== 'exact' || b.value.d !== 1n) return real(asNumber(a) ** asNumber(b))
  const { n } = b.value
  const magnitude = n < 0n ? -n : n
  if (n < 0n && isZero(a)) return stop('division-by-zero')
  const bits = Math.max(bitLength(a.value.n), bitLength(a.value.d))
  if (magnitude > LARGEST_EXPONENT || BigInt(bits) * magnitude > BigInt(MOST_BITS))
    return stop('out-of-range')
  const [top, bottom] = [a.value.n ** magnitude, a.value.d ** magnitude]
  return exact(n < 0n ? fraction(bottom, top) : fraction(top, bottom))
}

/** Largest whole number not above n/d, for d > 0. */
const floorOf = ({ n, d }: Fraction): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d))

function call(name: Exclude<FunctionName, 'if'>, of: readonly FormulaValue[]): FormulaValue {
  const [first, second] = of
  if (!first) return stop('arguments', name)
  switch (name) {
    case 'exp':
      return real(Math.exp(asNumber(first)))
    case 'log':
      return real(Math.log(asNumber(first)))
    case 'sqrt':
      return real(Math.sqrt(asNumber(first)))
    case 'tanh':
      return real(Math.tanh(asNumber(first)))
    case 'sigmoid':
      return real(1 / (1 + Math.exp(-asNumber(first))))
    case 'floor':
      return first.kind === 'exact' ? exactValue(floorOf(first.value)) : real(Math.floor(first.value))
    case 'ceil':
      return first.kind === 'exact'
        ? exactValue(-floorOf({ n: -first.value.n, d: first.value.d }))
        : real(Math.ceil(first.value))
    case 'abs':
      return compareValues(first, exactValue(0n)) < 0 ? operate('-', exactValue(0n), first) : first
    case 'mod': {
      if (!second || isZero(second)) return stop('division-by-zero')
      const quotient = call('floor', [operate('/', first, second)])
      return operate('-', first, operate('*', second, quotient))
    }
    case 'min':
      return of.reduce((least, each) => (compareValues(each, least) < 0 ? each : least))
    case 'max':
      return of.reduce((most, each) => (compareValues(each, most) > 0 ? each : most))
  }
}
