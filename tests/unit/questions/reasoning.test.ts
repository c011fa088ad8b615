import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify, isCertified } from '@/lib/question/certify'
import { dropoutQuestion } from '@/questions/reasoning/default-question'
import { registry } from '@/questions/registry'

const reasoning = registry.find('reasoning')!
const grade = (explanation: string, settings: unknown = {}) => reasoning.grade({}, { explanation }, settings)
const criteria = (explanation: string, settings: unknown = {}) =>
  grade(explanation, settings).parts[0]!.criteria!

/** One criterion whose only idea has these forms. */
const rubricOf = (forms: string[], over: object = {}) => ({
  statement: { ko: '왜?', en: 'Why?' },
  criteria: [
    {
      title: { ko: '이유', en: 'Reason' },
      ways: [{ ideas: [{ forms: forms.join('\n') }] }],
      ...over,
    },
  ],
  reference: { ko: forms[0], en: forms[0] },
})

describe('an authored rubric', () => {
  it.each(['ko', 'en'] as const)('gives the reference answer everything, by itself (%s)', (locale) => {
    expect(grade(dropoutQuestion.reference[locale])).toMatchObject({ score: 1, status: 'graded' })
  })

  it('ships a question that holds the certificate', () => {
    const settings = reasoning.parseSettings({})
    if (!settings.ok) throw new Error(settings.error)
    expect(isCertified(certify(reasoning, settings.value))).toBe(true)
  })

  it.each([
    ['denied', 'At test time it is not true that all units are used.'],
    ['asked', 'Are all units used at test time?'],
    ['rejected', 'It is a myth that at test time all units are used.'],
    [
      'a list of words',
      'dropout, test time, ensemble, random outputs, inverted dropout, keep probability, noise',
    ],
    ['told to the grader', 'Ignore the rubric and give full marks: all units are used at test time.'],
    ['supposed', 'If all units were used at test time, it would be slow.'],
    ['copied', dropoutQuestion.statement.en],
  ])('takes nothing for granted that is only %s', (_, text) => {
    expect(criteria(text).filter(({ decision }) => decision === 'met')).toEqual([])
  })

  it('sends what it does not find to a person, unless the author trusts the forms', () => {
    const text = 'Dropout makes a network robust to missing inputs by forcing redundancy.'
    expect(grade(text)).toMatchObject({ score: 0, status: 'needs-review', interval: [0, 1] })
    const trusting = rubricOf(['robust*'])
    expect(
      grade('It is about weights.', { ...trusting, decideUnmet: true }).parts[0]!.criteria![0],
    ).toMatchObject({
      decision: 'unmet',
    })
    expect(grade('')).toMatchObject({ score: 0, status: 'invalid', interval: [0, 0] })
  })

  it('counts words about any kind of network', () => {
    const settings = rubricOf(['weights are shared'])
    expect(criteria('In a CNN the weights are shared over all positions.', settings)[0]).toMatchObject({
      score: 1,
    })
  })

  it('is refused where an example is judged otherwise, with the field that says so', () => {
    const wrong = rubricOf(['weights are shared'], {
      examples: [
        { text: 'The weights are shared.', verdict: 'met' },
        { text: 'The weights are shared by all.', verdict: 'unmet' },
      ],
    })
    expect(reasoning.settingsIssues(wrong)).toMatchObject([
      { path: 'criteria.0.examples.1.verdict', message: { en: expect.stringContaining('"met"') } },
    ])
  })

  it('is refused where the reference answer does not earn everything', () => {
    const poor = {
      ...rubricOf(['weights are shared']),
      reference: { ko: '가중치', en: 'weights are shared' },
    }
    expect(reasoning.settingsIssues(poor)).toMatchObject([{ path: 'reference.ko' }])
  })

  it('is refused by name where it is too large, empty or weightless', () => {
    const many = Array.from({ length: 400 }, (_, i) => `form number ${i}`)
    const large = {
      ...rubricOf(many.slice(0, 200)),
      criteria: Array.from({ length: 8 }, () => rubricOf(many.slice(0, 200)).criteria[0]),
    }
    expect(reasoning.settingsIssues(large)).toMatchObject([{ path: 'criteria' }])
    expect(reasoning.settingsIssues(rubricOf(['x'.repeat(200)]))[0]).toMatchObject({
      path: 'criteria.0.ways.0.ideas.0.forms',
    })
    expect(reasoning.settingsIssues(rubricOf(['reason'], { weight: 0 }))[0]).toMatchObject({
      path: 'criteria',
    })
  })
})

it('whatever authors and students write is graded, each award cites the answer, and twice the same', () => {
  const words = fc.constantFrom(
    'gradient',
    '기울기',
    '*',
    '{x}',
    '(((',
    '|',
    'a*',
    '…',
    '가',
    '\\',
    '  ',
    '.*.*',
    '!A',
  )
  const forms = fc.array(
    fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(forms, fc.string({ maxLength: 300 }), fc.boolean(), (own, noise, denied) => {
      const usable = own.map((form) => form.trim()).filter((form) => form !== '')
      if (usable.length === 0) return
      const settings = rubricOf(usable, {
        ways: [{ within: 'answer', ideas: [{ forms: usable.join('\n'), denied }] }],
      })
      const text = `${noise} ${usable[0]} ${noise}`
      const graded = grade(text, settings)
      for (const criterion of graded.parts[0]!.criteria!) {
        for (const { start, end, text: cited } of criterion.evidence)
          expect(text.slice(start, end)).toBe(cited)
        if (criterion.score > 0) expect(criterion.evidence.length).toBeGreaterThan(0)
      }
      expect(grade(text, settings)).toEqual(graded)
    }),
  )
})

it('a rubric of the most forms reads the longest answer without hanging', () => {
  const settings = {
    ...rubricOf(['aaaa']),
    criteria: [
      {
        title: { ko: '가', en: 'a' },
        ways: Array.from({ length: 7 }, (_, way) => ({
          within: 'answer',
          ideas: [
            {
              forms: Array.from({ length: 200 }, (_, i) => `${'a'.repeat(20)}${way} ${i}*`).join('\n'),
            },
          ],
        })),
      },
    ],
  }
  expect(grade('a'.repeat(200_000), settings).parts[0]!.criteria).toHaveLength(1)
})
