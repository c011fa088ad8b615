import fc from 'fast-check'
import { all, create, type Fraction } from 'mathjs'
import { describe, expect, it } from 'vitest'
import { readSize } from '@/lib/grading/sizes/read-size'
import { readWorkedSize } from '@/lib/grading/sizes/working/read-worked-size'

const math = create(all ?? {}, { number: 'Fraction' })

/** A side as mathjs and as a student writes it. */
interface Side {
  readonly plain: string
  readonly asTyped: string
}

const number = fc.integer({ min: 1, max: 9_999 })
const small = fc.integer({ min: 1, max: 31 })
const gap = fc.constantFrom('', ' ', '\u00a0')

/** Bare sums are in brackets, so that a multiplication sign beside them parts the sides. */
const side: fc.Arbitrary<Side> = fc.oneof(
  number.map((n) => ({ plain: `${n}`, asTyped: `${n}` })),
  fc.tuple(number, small, gap).map(([n, p, s]) => ({
    plain: `(${n}+2*${p})`,
    asTyped: `(${n}${s}+${s}2${s}×${s}${p})`,
  })),
  fc.tuple(number, small, small).map(([n, k, s]) => ({
    plain: `((${n}-${k})/${s}+1)`,
    asTyped: `((${n} − ${k}) ÷ ${s} + 1)`,
  })),
  fc.tuple(number, small).map(([n, k]) => ({ plain: `(${n}-${k})`, asTyped: `[${n}-${k}]` })),
)

const joint = fc.constantFrom('x', '×', ' X ', '*', ' · ', ' by ', ', ', '; ', '\\times ', ' 곱하기 ')
const around = fc.constantFrom(['', ''], ['$', '$'], ['(', ')'], ['크기: ', ' 픽셀'], ['\\left(', '\\right)'])

function exact(plain: string): string {
  const { s, n, d } = math.evaluate(plain) as Fraction
  return `${BigInt(s) * BigInt(n)}/${BigInt(d)}`
}

function ours(text: string): string {
  const read = readSize(text)
  if (!read.ok) return read.error.kind
  const { height, width } = read.value
  return `${height.n}/${height.d} ${width.n}/${width.d}`
}

describe('a size with arithmetic in it', () => {
  it('has the sides that mathjs gives, in any notation', () => {
    fc.assert(
      fc.property(side, side, joint, around, (height, width, between, [open, close]) => {
        const text = `${open}${height.asTyped}${between}${width.asTyped}${close}`
        expect(ours(text)).toBe(`${exact(height.plain)} ${exact(width.plain)}`)
      }),
      { numRuns: 3_000 },
    )
  })

  it('is a square where it is squared', () => {
    fc.assert(
      fc.property(
        side,
        fc.constantFrom('²', '^2', ' ^ 2', '**2', '^{2}'),
        around,
        (one, square, [open, close]) => {
          expect(ours(`${open}${one.asTyped}${square}${close}`)).toBe(
            `${exact(one.plain)} ${exact(one.plain)}`,
          )
        },
      ),
    )
  })

  it('ends with the same answer whichever side of the sign the working is on', () => {
    const nothing = () => ({ letters: {}, stages: [] })
    fc.assert(
      fc.property(number, small, number, (n, p, written) => {
        const value = n + 2 * p
        fc.pre(written !== value && written !== n)
        const first = (text: string) => {
          const read = readWorkedSize(text, nothing)
          return read.ok && read.value.broken !== null ? read.value.broken.first.height.n : null
        }
        expect(first(`${n}+2*${p} = ${written}`)).toBe(BigInt(value))
        expect(first(`${written} = ${n}+2*${p}`)).toBe(BigInt(value))
      }),
    )
  })
})
