import { describe, expect, it } from 'vitest'
import { problemOfGrade } from '@/lib/question/check-grade'
import { type GradeResult, gradeResultSchema } from '@/lib/question/grade-result'
import { registry } from '@/questions/registry'

const words = { ko: '말', en: 'words' }
const evidence = { start: 0, end: 1, text: 'a', criterion: 'c', role: 'support' } as const
const criterion = {
  id: 'c',
  title: words,
  weight: 1,
  score: 1,
  confidence: 0.9,
  decision: 'met',
  feedback: words,
  evidence: [evidence],
} as const
const part = {
  id: 'p',
  title: words,
  score: 2,
  max: 2,
  code: 'correct',
  feedback: words,
  evidence: [evidence],
  criteria: [criterion],
}
const grade: GradeResult = { score: 1, interval: [1, 1], status: 'graded', parts: [part], steps: [] }

const wrong: readonly GradeResult[] = [
  { ...grade, score: 1.01 },
  { ...grade, score: Number.NaN },
  { ...grade, interval: [-0.1, 1] },
  { ...grade, interval: [0, Number.NaN] },
  ...[
    { ...part, score: -1 },
    { ...part, score: Number.POSITIVE_INFINITY },
    { ...part, max: 0 },
    { ...part, evidence: [{ ...evidence, start: -1 }] },
    { ...part, evidence: [{ ...evidence, end: 0.5 }] },
    { ...part, criteria: [{ ...criterion, weight: 2 }] },
    { ...part, criteria: [{ ...criterion, score: Number.NaN }] },
    { ...part, criteria: [{ ...criterion, confidence: -1 }] },
    { ...part, criteria: [{ ...criterion, evidence: [{ ...evidence, end: -1 }] }] },
  ].map((bad) => ({ ...grade, parts: [bad] })),
]

describe('problemOfGrade', () => {
  it('finds nothing where the schema finds nothing, and something where it does', () => {
    expect(problemOfGrade(grade)).toBeNull()
    expect(gradeResultSchema.safeParse(grade).success).toBe(true)
    for (const bad of wrong) {
      expect(gradeResultSchema.safeParse(bad).success).toBe(false)
      expect(problemOfGrade(bad)).not.toBeNull()
    }
  })

  it.each(registry.all.map((question) => [question.slug, question] as const))(
    'holds for %s, whose grades have the shape of the schema and nothing more',
    (_, question) => {
      for (const seed of ['a', 'b', 'c']) {
        const params = question.generate(seed, {})
        for (const response of [question.reference(params), {}, { total: '12+', sketch: [{ stage: 'x' }] }]) {
          const given = question.grade(params, response)
          expect(problemOfGrade(given)).toBeNull()
          expect(gradeResultSchema.parse(given)).toEqual(given)
        }
      }
    },
  )
})
