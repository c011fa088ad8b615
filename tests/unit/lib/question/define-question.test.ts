import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineQuestion, QuestionDefectError } from '@/lib/question/define-question'
import type { GradeResult } from '@/lib/question/grade-result'

const nothing: GradeResult = { score: 0, interval: [0, 0], status: 'graded', parts: [], steps: [] }

/** A type of which settings with `most: 0` leave no variant, and how often that was looked into. */
function aType() {
  let asked = 0
  const question = defineQuestion({
    slug: 'a-type',
    version: '1',
    title: { ko: '유형', en: 'A type' },
    settings: z.object({ most: z.number().default(3) }),
    settingWords: { most: { title: { ko: '최대', en: 'Most' } } },
    settingsProblem: ({ most }) => {
      asked += 1
      return most > 0 ? null : { property: 'most', message: { ko: '남는 것이 없음', en: 'leaves nothing' } }
    },
    params: z.object({ n: z.number() }),
    response: z.unknown(),
    generate: () => ({ n: 1 }),
    enumerate: () => [{ n: 1 }],
    statement: () => '',
    figure: () => null,
    fields: () => [],
    grade: () => nothing,
    solution: () => ({ text: { ko: '', en: '' }, figure: null }),
    reference: () => ({}),
    mistakes: () => [],
    effort: () => 1,
  })
  return { question, asked: () => asked }
}

describe('settings that leave no variant', () => {
  it('are refused where an author sets them, by the property to change', () => {
    expect(aType().question.parseSettings({ most: 0 })).toEqual({ ok: false, error: 'most: leaves nothing' })
    expect(aType().question.parseSettings({}).ok).toBe(true)
  })

  it('are a defect where a variant is drawn from them', () => {
    const { question } = aType()
    expect(() => question.generate('seed', { most: 0 })).toThrow(QuestionDefectError)
    expect(() => [...question.enumerate({ most: 0 })]).toThrow(QuestionDefectError)
  })

  it('are not looked for while answers are graded, so that the first answer is as quick as any', () => {
    const { question, asked } = aType()
    question.grade({ n: 1 }, {}, { most: 2 })
    question.mistakes({ n: 1 })
    question.solution({ n: 1 })
    expect(asked()).toBe(0)
  })
})
