import fc from 'fast-check'
import { all, create, type Fraction } from 'mathjs'
import { describe, expect, it } from 'vitest'
import { evaluateExact } from '@/lib/grading/expression/evaluate-exact'
import { expressionToTex } from '@/lib/grading/expression/expression-to-tex'
import { readExpression } from '@/lib/grading/expression/read-expression'

const math = create(all ?? {}, { number: 'Fraction' })

/** An expression with how it is written for mathjs and how a student may write it. */
interface Written {
  readonly plain: string
  readonly asTyped: string
}

const space = fc.constantFrom('', ' ', '  ', '\u00a0')
const times = fc.constantFrom('×', '·', '*', '⋅', '∙', ' x ', ' X ', '\\times ', '\\cdot ', 'ㆍ', '곱하기')
const plus = fc.constantFrom('+', '＋', ' + ', '더하기')
const minus = fc.constantFrom('-', '−', '–', '－')
const divide = fc.constantFrom('/', '÷', '∕', '／')
const brackets = fc.constantFrom(
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['（', '）'],
  ['\\left(', '\\right)'],
  ['〔', '〕'],
  ['【', '】'],
  ['〈', '〉'],
  ['《', '》'],
  ['「', '」'],
)

const fullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

const separator = fc.constantFrom(',', '，', '_', "'", ' ', '\u202f', '{,}', '\\,')

const whole: fc.Arbitrary<Written> = fc
  .tuple(
    fc.integer({ min: 0, max: 1_234_567 }),
    fc.constantFrom('plain', 'grouped', 'full width', 'unit', 'unseen'),
    separator,
  )
  .map(([number, style, between]) => {
    const plain = String(number)
    if (style === 'grouped') return { plain, asTyped: number.toLocaleString('en').replaceAll(',', between) }
    if (style === 'unseen') return { plain, asTyped: plain.split('').join('\u200b') }
    if (style === 'full width') return { plain, asTyped: fullWidth(plain) }
    return { plain, asTyped: style === 'unit' ? `${plain}개` : plain }
  })

const decimal: fc.Arbitrary<Written> = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99_999 }))
  .map(([ones, decimals]) => ({ plain: `${ones}.${decimals}`, asTyped: `${ones}.${decimals}` }))

const { expression } = fc.letrec<{ expression: Written }>((tie) => {
  const inner = tie('expression')
  const grouped = fc.tuple(inner, brackets, space).map(([{ plain, asTyped }, [open, close], gap]) => ({
    plain: `(${plain})`,
    asTyped: `${open}${gap}${asTyped}${gap}${close}`,
  }))
  const atom = fc.oneof(whole, whole, decimal, grouped)
  const joined = (sign: string, signs: fc.Arbitrary<string>) =>
    fc.tuple(atom, atom, signs, space).map(([a, b, written, gap]) => ({
      plain: `${a.plain} ${sign} ${b.plain}`,
      asTyped: `${a.asTyped}${gap}${written}${gap}${b.asTyped}`,
    }))
  const power = fc
    .tuple(grouped, fc.integer({ min: 0, max: 4 }), fc.boolean())
    .map(([base, exponent, sup]) => ({
      plain: `(${base.plain})^${exponent}`,
      asTyped: `${base.asTyped}${sup ? '⁰¹²³⁴'.charAt(exponent) : `^{${exponent}}`}`,
    }))
  const frac = fc.tuple(inner, inner).map(([a, b]) => ({
    plain: `((${a.plain})/(${b.plain}))`,
    asTyped: `\\frac{${a.asTyped}}{${b.asTyped}}`,
  }))
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      whole,
      joined('+', plus),
      joined('-', minus),
      joined('*', times),
      joined('/', divide),
      power,
      frac,
      grouped,
    ),
  }
})

/** n/d as mathjs has it, or what kind of failure it met. */
function oracle(plain: string): string {
  try {
    const { s, n, d } = math.evaluate(plain) as Fraction
    return `${BigInt(s) * BigInt(n)}/${BigInt(d)}`
  } catch (error) {
    return /division by zero/i.test(String(error)) ? 'division-by-zero' : String(error)
  }
}

function ours(text: string): string {
  const read = readExpression(text)
  if (!read.ok) return `${read.error.kind} at ${read.error.at}`
  const value = evaluateExact(read.value.links[0])
  return value.ok ? `${value.value.n}/${value.value.d}` : value.error.kind
}

describe('reading and evaluating', () => {
  it('gives the exact value that mathjs gives, in any notation', () => {
    let exact = 0
    fc.assert(
      fc.property(expression, ({ plain, asTyped }) => {
        const expected = oracle(plain)
        if (expected.includes('/')) exact += 1
        expect(ours(asTyped)).toBe(expected)
      }),
      { numRuns: 4_000 },
    )
    // The comparison means something only where the oracle had a value.
    expect(exact).toBeGreaterThan(3_000)
  })

  it('means by its formula what it read', () => {
    fc.assert(
      fc.property(expression, ({ asTyped }) => {
        const read = readExpression(asTyped)
        if (!read.ok) throw new Error(`${asTyped}: ${read.error.kind}`)
        expect(ours(expressionToTex(read.value.links[0]))).toBe(ours(asTyped))
      }),
      { numRuns: 2_000 },
    )
  })
})
