import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify, isCertified } from '@/lib/question/certify'
import { choice } from '@/questions/choice'

const words = (text: string) => ({ ko: text, en: text })
const several = {
  statement: words('Which of {{n}}?'),
  multiple: true,
  variables: [{ name: 'n', from: 'values', values: [2, 3] }],
  options: [
    { text: words('{{n}} layers'), correct: true },
    { text: words('b'), correct: true },
    { text: words('c'), feedback: words('Not c.') },
    { text: words('d'), credit: 0.25 },
  ],
}
const params = { values: { n: '3' }, order: [2, 0, 3, 1] }
const scoreOf = (text: string) => choice.grade(params, { choice: text }, several).score

describe('a choice of one', () => {
  const grade = (text: string) => choice.grade({ values: {}, order: [2, 1, 0] }, { choice: text }).parts[0]

  it('is right, or named by the wrong option, or not read', () => {
    expect(grade('0')).toMatchObject({ code: 'correct', score: 1 })
    expect(grade('1')).toMatchObject({
      code: 'option-2',
      score: 0,
      feedback: { en: 'σ(1 − σ) approaches 0 at both ends.' },
    })
    for (const text of ['7', '0,1', 'ReLU', '-1'])
      expect(grade(text)).toMatchObject({ code: 'invalid', score: 0 })
    expect(grade('')).toMatchObject({ code: 'empty' })
  })

  it('is certified, and shuffled for each student without moving the key', () => {
    expect(isCertified(certify(choice), 1)).toBe(true)
    const orders = new Set<string>()
    for (let seed = 0; seed < 60; seed += 1) {
      const drawn = choice.generate(`${seed}`, {})
      orders.add(JSON.stringify(drawn.order))
      expect(choice.grade(drawn, choice.reference(drawn)).score).toBe(1)
    }
    expect(orders.size).toBe(6)
  })
})

describe('a choice of several', () => {
  it('pays for each right one and takes for each wrong one, never below nothing', () => {
    expect([
      scoreOf('0,1'),
      scoreOf('0'),
      scoreOf('0,1,2'),
      scoreOf('0,1,3'),
      scoreOf('2'),
      scoreOf('0,1,2,3'),
    ]).toEqual([1, 0.5, 0.5, 0.75, 0, 0.25])
  })

  it('never pays more for choosing everything than for choosing what is right', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 3 })), (places) => {
        const score = scoreOf(places.join(','))
        expect(score).toBeGreaterThanOrEqual(0)
        if (score === 1) expect([...places].sort()).toEqual([0, 1])
      }),
    )
  })

  it('shows options in this student’s order with this variant’s values, and says nothing of which are right', () => {
    const { fields, statement } = choice.publicView(params, several)
    expect(statement.en).toBe('Which of 3?')
    expect(fields).toMatchObject([
      {
        kind: 'choice',
        multiple: true,
        options: [
          { value: '2', letter: 'A', text: { en: 'c' } },
          { value: '0', letter: 'B', text: { en: '3 layers' } },
          { value: '3', letter: 'C' },
          { value: '1', letter: 'D' },
        ],
      },
    ])
    expect(JSON.stringify(fields)).not.toMatch(/correct|credit|Not c/)
  })

  it('names wrong options by the letter that the student saw', () => {
    expect(choice.grade(params, { choice: '0,2' }, several).parts[0]?.feedback.en).toBe('A: Not c.')
  })
})

describe('settings', () => {
  it.each([
    [{ options: [{ text: words('a'), correct: true }] }, 'options'],
    [{ options: [{ text: words('a') }, { text: words('b') }] }, 'options'],
    [
      {
        options: [
          { text: words('a'), correct: true },
          { text: words('b'), correct: true },
        ],
      },
      'multiple',
    ],
    [{ options: [{ text: { ko: 'a' }, correct: true }, { text: words('b') }] }, 'options.0.text'],
    [{ ...several, options: [...several.options, { text: words('{{m}}') }] }, 'statement.ko'],
  ])('are refused at the setting to change', (settings, path) => {
    expect(choice.settingsIssues(settings)[0]?.path).toBe(path)
  })

  it('get a grade whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), (response) => {
        expect(choice.grade(params, response, several).score).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
