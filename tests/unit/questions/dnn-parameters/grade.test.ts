import { describe, expect, it } from 'vitest'
import { dnnParameters } from '@/questions/dnn-parameters'

const demo = { inputs: 6, hidden: [5, 4], outputs: 3, biases: true }

const grade = (total: unknown, params: unknown = demo, settings?: unknown) => {
  const { score, status, interval, parts, steps } = dnnParameters.grade(params, { total }, settings)
  const [part] = parts
  if (part === undefined) throw new Error('no part')
  return { score, status, interval, steps, part, code: part.code }
}

describe('grading the parameter count', () => {
  it.each([
    '74',
    '총 74개',
    '= 74',
    '(6×5+5)+(5×4+4)+(4×3+3)',
    '$(6 \\times 5 + 5) + (5 \\times 4 + 4) + (4 \\times 3 + 3)$',
    '(6*5+5)+(5*4+4)+(4*3+3) = 35+24+15 = 74',
    '(6+1)*5 + (5+1)*4 + (4+1)*3 = 74개',
    '62 + 12 = 74 parameters',
  ])('gives everything for %s', (total) => {
    expect(grade(total)).toMatchObject({ score: 1, status: 'graded', code: 'correct', interval: [1, 1] })
  })

  it('gives two points by default and what the author says otherwise', () => {
    expect(grade('74').part).toMatchObject({ score: 2, max: 2 })
    expect(grade('62', demo, { points: 8 }).part).toMatchObject({ score: 4, max: 8 })
    expect(grade('62', demo, { credit: { 'biases-missing': 0.25 } }).score).toBe(0.25)
  })

  it('names the mistake behind a bare number', () => {
    expect(grade('62')).toMatchObject({ score: 0.5, code: 'biases-missing' })
    expect(grade('70')).toMatchObject({ score: 0.75, code: 'biases-missing-hidden-2' })
    expect(grade('70').part.feedback).toMatchObject({
      ko: expect.stringContaining('두 번째 은닉층의 편향'),
      en: expect.stringContaining('biases of the second hidden layer are missing'),
    })
    expect(grade('73')).toMatchObject({ score: 0, status: 'graded', code: 'incorrect' })
  })

  it('keeps most of the points where a right expression ends in a slip, and says which link breaks', () => {
    const slip = grade('(6*5+5)+(5*4+4)+(4*3+3) = 35+24+15 = 75')
    expect(slip).toMatchObject({ score: 0.85, code: 'arithmetic-slip' })
    expect(slip.part.evidence).toMatchObject([{ text: '75', criterion: 'link-3', role: 'contradict' }])
    expect(slip.part.feedback.ko).toContain('2번째 등호')
    expect(grade('(6*5+5)+(5*4+4)+(4*3+3) = 35+25+15 = 75')).toMatchObject({ score: 0.85 })
    expect(grade('(6*5+5)+(5*4+4)+(4*3+3) = 35+25+15 = 76').score).toBeCloseTo(0.85 ** 2)
    expect(grade('(6*5+5)+(5*4+4)+(4*3+3) = 35+25+15 = 74')).toMatchObject({ score: 0.85 })
  })

  it('takes a wrong number before its working for a slip, as it does behind it', () => {
    const slip = grade('75 = (6*5+5)+(5*4+4)+(4*3+3)')
    expect(slip).toMatchObject({ score: 0.85, code: 'arithmetic-slip' })
    expect(slip.part.evidence).toMatchObject([{ text: '75', criterion: 'link-1', role: 'contradict' }])
    expect(slip.part.feedback.en).toContain('check what comes before it')
    expect(grade('75개 = 35+24+15 = 74')).toMatchObject({ score: 0.85, code: 'arithmetic-slip' })
    expect(grade('74 = 6*5+5*4+4*3')).toMatchObject({ score: 0.425, code: 'biases-missing' })
    expect(grade('74 = 75 = 35+24+15').code).toBe('links-disagree')
  })

  it.each([
    ['a thin space between thousands', '1\\,136'],
    ['a character of no width', '1\u200b136'],
    ['brackets that quote', '「1136」'],
    ['brackets of books', '《1136》'],
    ['a ceiling in TeX', '\\lceil 1136 \\rceil'],
    ['a word of about', '1136개 정도'],
    ['connections with arrows, and one to the total', '32→16: 528, 16→24: 408, 24→8: 200 → 1136'],
  ])('reads %s', (_, total) => {
    const params = { inputs: 32, hidden: [16, 24], outputs: 8, biases: true }
    expect(grade(total, params)).toMatchObject({ score: 1, code: 'correct' })
  })

  it('does not give everything to a chain that contradicts itself', () => {
    expect(grade('74 = 75').score).toBeLessThan(0.5)
    expect(grade('75 = 74').score).toBeLessThan(0.5)
    expect(grade('73 = 74 = 75')).toMatchObject({ score: 0, code: 'links-disagree' })
    const patched = grade('(6*5+5)+(5*4)+(4*3+3) = 74')
    expect(patched.code).toBe('biases-missing-hidden-2')
    expect(patched.score).toBeLessThan(0.75)
  })

  it('takes a right value for right whatever it is made of', () => {
    expect(grade('0*(6*5)+74').score).toBe(1)
    expect(grade('(6*5+5)*2+4').score).toBe(1)
  })

  it('quotes the answer where it cites it', () => {
    for (const total of [
      '(6*5+5)+(5*4)+(4*3+3)',
      ' 6 × 5 + ( 5×5 + 4 ) + 20',
      '35+25+15 = 75',
      '６×５＋５',
    ]) {
      const { evidence } = grade(total).part
      expect(evidence.length).toBeGreaterThan(0)
      for (const { start, end, text } of evidence) expect(total.slice(start, end)).toBe(text)
    }
  })

  it('recomputes each connection with its weights, biases and sum', () => {
    expect(grade('1').steps.map(({ ko }) => ko)).toEqual([
      '입력층 → 첫 번째 은닉층: 가중치 $6 \\times 5 = 30$, 편향 $5$, 합 $30 + 5 = 35$',
      '첫 번째 은닉층 → 두 번째 은닉층: 가중치 $5 \\times 4 = 20$, 편향 $4$, 합 $20 + 4 = 24$',
      '두 번째 은닉층 → 출력층: 가중치 $4 \\times 3 = 12$, 편향 $3$, 합 $12 + 3 = 15$',
      '모두 $35 + 24 + 15 = 74$',
    ])
  })

  it('grades networks without biases or hidden layers', () => {
    const plain = { ...demo, biases: false }
    expect(grade('6*5+5*4+4*3', plain)).toMatchObject({ score: 1, code: 'correct' })
    expect(grade('74', plain)).toMatchObject({ code: 'biases-added' })
    const flat = { ...demo, hidden: [] }
    expect(grade('6*3+3', flat)).toMatchObject({ score: 1 })
    expect(grade('6*3', flat)).toMatchObject({ code: 'biases-missing' })
  })

  it('tells an empty answer and an unreadable one from a wrong one', () => {
    expect(grade('')).toMatchObject({ score: 0, status: 'invalid', code: 'empty' })
    expect(grade(undefined)).toMatchObject({ score: 0, status: 'invalid', code: 'empty' })
    expect(dnnParameters.grade(demo, null)).toMatchObject({ score: 0, status: 'invalid' })
    expect(grade('many')).toMatchObject({ score: 0, status: 'invalid', code: 'invalid' })
  })
})
