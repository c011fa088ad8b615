import fc from 'fast-check'
import { evaluate as mathjsEvaluate } from 'mathjs'
import { describe, expect, it } from 'vitest'
import { asNumber, evaluateFormula, exactValue } from '@/lib/grading/formula/evaluate-formula'
import { namesIn, operationsIn } from '@/lib/grading/formula/formula'
import { parseFormula } from '@/lib/grading/formula/parse-formula'

const resultOf = (text: string, names: Readonly<Record<string, bigint>> = {}): number | string => {
  const formula = parseFormula(text)
  if (!formula.ok) return formula.error.kind
  const values = new Map(Object.entries(names).map(([name, n]) => [name, exactValue(n)]))
  const value = evaluateFormula(formula.value, values)
  return value.ok ? asNumber(value.value) : value.error.kind
}

describe('a formula', () => {
  it.each([
    ['2+3*4', 14],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['(1+2)*-3', -9],
    ['7/2', 3.5],
    ['floor(7/2) + ceil(7/2)', 7],
    ['floor(-7/2)', -4],
    ['mod(-7, 3)', 2],
    ['if(3 > 2, 10, 1/0)', 10],
    ['min(3, 1, 2) + max(3, 1, 2)', 4],
    ['abs(0 - 5) == 5', 1],
    ['1 <= 0', 0],
    ['0.1 + 0.2 == 0.3', 1],
    ['sigmoid(0) + tanh(0) + log(exp(2)) + sqrt(9)', 5.5],
    ['2^-1', 0.5],
  ])('%s is %s', (text, value) => {
    expect(resultOf(text)).toBeCloseTo(value, 12)
  })

  it.each([
    ['', 'empty'],
    ['2 +', 'unexpected'],
    ['2 3', 'unexpected'],
    ['x', 'unknown-name'],
    ['eval(1)', 'unknown-function'],
    ['constructor(1)', 'unknown-function'],
    ['__proto__', 'unknown-name'],
    ['min()', 'unexpected'],
    ['mod(1)', 'arguments'],
    ['1/0', 'division-by-zero'],
    ['mod(1, 0)', 'division-by-zero'],
    ['0^-1', 'division-by-zero'],
    ['9^9^9', 'out-of-range'],
    ['exp(100000)', 'out-of-range'],
    ['log(-1)', 'out-of-range'],
    ['a.b', 'character'],
    ['a; b', 'character'],
    ['"a"', 'character'],
    ['('.repeat(900), 'too-deep'],
    ['-'.repeat(900), 'too-deep'],
    ['1+'.repeat(600), 'too-long'],
  ])('%s is refused as %s', (text, problem) => {
    expect(resultOf(text)).toBe(problem)
  })

  it('knows its names and how much there is to work out', () => {
    const formula = parseFormula('(k*k*c + 1)*n + max(k, 2)')
    expect(formula.ok && [...namesIn(formula.value)].sort()).toEqual(['c', 'k', 'n'])
    expect(formula.ok && operationsIn(formula.value)).toBe(6)
  })

  const node: fc.Arbitrary<string> = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.integer({ min: 0, max: 30 }).map(String),
      fc.constantFrom('a', 'b'),
      fc
        .tuple(tie('any'), fc.constantFrom('+', '-', '*', '/'), tie('any'))
        .map(([x, sign, y]) => `(${String(x)} ${sign} ${String(y)})`),
      fc
        .tuple(fc.constantFrom('abs', 'floor', 'ceil'), tie('any'))
        .map(([name, x]) => `${name}(${String(x)})`),
      tie('any').map((x) => `-${String(x)}`),
    ),
  })).any as fc.Arbitrary<string>

  it('comes to what mathjs makes of it', () => {
    fc.assert(
      fc.property(node, (text) => {
        const ours = resultOf(text, { a: 7n, b: -3n })
        const theirs = mathjsEvaluate(text, { a: 7, b: -3 }) as number
        if (typeof ours === 'string') {
          // Stricter than mathjs, where 0/(1/0) is 0.
          expect(ours).toBe('division-by-zero')
          expect(text).toContain('/')
          return
        }
        // Rounding on the way can move a value over a whole number: exactly there the two may differ by one.
        if (/floor|ceil/.test(text)) return
        if (Number.isFinite(theirs))
          expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)))
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      '1',
      '9',
      'a',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      ',',
      'exp',
      'if',
      'min',
      '<',
      '=',
      '.',
      ' ',
      '{',
      '한',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => {
          expect(['number', 'string']).toContain(typeof resultOf(text, { a: 2n }))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
