import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dnnParameters } from '@/questions/dnn-parameters'

const demo = { inputs: 6, hidden: [5, 4], outputs: 3, biases: true }

function grade(total: string, params: unknown = demo, settings?: unknown) {
  const { score, parts } = dnnParameters.grade(params, { total }, settings)
  const [part] = parts
  if (part === undefined) throw new Error('no part')
  return { score, code: part.code, part }
}

describe('equals signs that carry on', () => {
  it.each([
    '6x5+5=35+24+15=74',
    '6×5+5=35+5×4+4=59+4×3+3=74',
    '6*5+5=35 + 5*4+4=24 + 4*3+3=15 = 74',
    '6×5+5=35, +5×4+4=59, +4×3+3=74',
    '6*5=30+5=35\n5*4=20+4=24\n4*3=12+3=15\n35+24=59+15=74',
    '6*5+5*4+4*3=62+12=74개',
    '6+1=7*5=35+24+15=74',
  ])('cost a tenth where all that is added is right: %j', (total) => {
    expect(grade(total)).toMatchObject({ score: 0.9, code: 'run-on-equals' })
  })

  it.each([
    ['6*5=30+20+12=62', 0.45, 'biases-missing'],
    ['6x5+5=35+20+15=70', 0.675, 'biases-missing-hidden-2'],
    ['6x5+5=35+24+15=75', 0.765, 'arithmetic-slip'],
    ['6x5+5=36+24+15=75', 0.765, 'arithmetic-slip'],
    ['35+24+15=74+62=136', 0.64, 'partly-right'],
  ])('cost the same share of what else it is worth: %s', (total, score, code) => {
    expect(grade(total)).toMatchObject({ score, code })
  })

  it('cost nothing where the steps are written apart', () => {
    for (const total of [
      '6×5+5=35 5×4+4=24 4×3+3=15 35+24+15=74',
      '6*5+5 = 35 → 5*4+4 = 24 → 4*3+3 = 15 → 74',
      '6*5+5 = 35\n+ 5*4+4 = 24\n+ 4*3+3 = 15\n= 74',
      '6*5+5 = 35\n+ 5*4+4 = 59\n+ 4*3+3 = 74',
    ]) {
      expect(grade(total)).toMatchObject({ score: 1, code: 'correct' })
    }
  })

  it('are named with both of their sides, and cited', () => {
    const total = '6x5+5=35+24+15=74'
    const { feedback, evidence } = grade(total).part
    expect(feedback.en).toContain('`6x5+5` and `35+24+15`')
    expect(feedback.ko).toContain('`6x5+5`, `35+24+15`')
    expect(evidence).toMatchObject([{ text: '35+24+15', criterion: 'link-2', role: 'contradict' }])
    for (const { start, end, text } of evidence) expect(total.slice(start, end)).toBe(text)
  })

  it('cost what the author says', () => {
    expect(grade('62=62+12=74', demo, { credit: { 'run-on-equals': 0.5 } }).score).toBe(0.5)
  })

  const size = fc.integer({ min: 2, max: 60 })
  const networks = fc.record({
    inputs: size,
    hidden: fc.array(size, { minLength: 1, maxLength: 4 }),
    outputs: size,
    biases: fc.constant(true),
  })

  it('earn the same on every network, and less than that where a connection is left out', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (params, pick) => {
        const sizes = [params.inputs, ...params.hidden, params.outputs]
        const parts = sizes.slice(1).map((to, index) => ({ from: sizes[index] ?? 0, to }))
        const write = (kept: typeof parts) => {
          let total = 0
          let text = ''
          for (const { from, to } of kept) {
            text += `${text === '' ? '' : `${total}+`}${from}*${to}+${to}=`
            total += from * to + to
          }
          return `${text}${total}`
        }
        expect(grade(write(parts), params)).toMatchObject({ score: 0.9, code: 'run-on-equals' })
        const left = pick % parts.length
        const fewer = parts.filter((_, index) => index !== left)
        expect(grade(write(fewer), params).score).toBeLessThan(0.9)
      }),
    )
  })
})

describe('a wrong number beside an expression', () => {
  const size = fc.integer({ min: 2, max: 60 })
  const ways = fc.constantFrom(
    (from: number, to: number) => `(${from}*${to}+${to})`,
    (from: number, to: number) => `(${from}+1)×${to}`,
    (from: number, to: number) => `${to}·${from}`,
    (from: number, to: number) => `(${from}*${to}+${from})`,
  )

  it('costs the same before and behind it, and never pays', () => {
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 3, maxLength: 5 }),
        ways,
        fc.integer({ min: 70_000, max: 90_000 }),
        (sizes, write, number) => {
          const params = {
            inputs: sizes[0] ?? 1,
            hidden: sizes.slice(1, -1),
            outputs: sizes.at(-1) ?? 1,
            biases: true,
          }
          const expression = sizes
            .slice(1)
            .map((to, index) => write(sizes[index] ?? 0, to))
            .join('+')
          const alone = grade(expression, params)
          const behind = grade(`${expression} = ${number}`, params)
          const before = grade(`${number}개 = ${expression}`, params)
          expect(behind.score).toBeCloseTo(0.85 * alone.score, 3)
          expect(before).toMatchObject({ score: behind.score, code: behind.code })
        },
      ),
    )
  })
})
