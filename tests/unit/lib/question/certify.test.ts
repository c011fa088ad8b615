import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { certify, isCertified, summarizeEffort } from '@/lib/question/certify'
import { defineQuestion } from '@/lib/question/define-question'

interface Traits {
  readonly mistakes: readonly (readonly [string, string])[]
  readonly effort?: (n: number) => number
  readonly twice?: boolean
}

/** A type with ten variants whose right answer is n, graded by its list of mistakes. */
function aQuestion({ mistakes, effort = () => 10, twice = false }: Traits) {
  const words = { ko: '말', en: 'words' }
  return defineQuestion({
    slug: 'a-question',
    version: '1',
    title: words,
    settings: z.object({}),
    settingWords: {},
    params: z.object({ n: z.number() }),
    response: z.object({ value: z.string().catch('') }),
    generate: () => ({ n: 1 }),
    *enumerate() {
      for (let n = 1; n <= 10; n += 1) yield { n: twice ? 1 : n }
    },
    statement: () => '',
    figure: () => null,
    fields: () => [],
    grade: ({ n }, { value }) => {
      const known = mistakes.find(([, wrong]) => wrong.replace('n', String(n)) === value)
      const right = value === String(n)
      const code = right ? 'correct' : (known?.[0] ?? 'incorrect')
      const score = right ? 1 : 0
      const part = { id: 'value', title: words, score, max: 1, code, feedback: words, evidence: [] }
      return { score, interval: [score, score] as const, status: 'graded' as const, parts: [part], steps: [] }
    },
    solution: () => ({ text: words, figure: null }),
    reference: ({ n }) => ({ value: String(n) }),
    mistakes: ({ n }) =>
      mistakes.map(([id, wrong]) => ({
        id,
        part: 'value',
        value: wrong.replace('n', String(n)),
        credit: 0,
        title: words,
        feedback: words,
      })),
    effort: ({ n }) => effort(n),
  })
}

describe('certify', () => {
  it('certifies distinct mistakes and counts what was compared', () => {
    const certificate = certify(
      aQuestion({
        mistakes: [
          ['twice', 'n+n'],
          ['negative', '-n'],
        ],
      }),
    )
    expect(certificate).toMatchObject({ variants: 10, pairs: 30, collisions: 0, example: null, defects: [] })
    expect(isCertified(certificate)).toBe(true)
  })

  it('finds a mistake that leads to the right answer', () => {
    const certificate = certify(aQuestion({ mistakes: [['unlucky', 'n']] }))
    expect(certificate.collisions).toBe(10)
    expect(certificate.example).toMatchObject({ ways: ['key', 'unlucky'], value: '1', params: { n: 1 } })
    expect(isCertified(certificate)).toBe(false)
  })

  it('finds two mistakes that lead to one value, in the variants where they do', () => {
    const certificate = certify(
      aQuestion({
        mistakes: [
          ['a', '-7'],
          ['b', '-n'],
        ],
      }),
    )
    expect(certificate.example?.ways).toEqual(['a', 'b'])
    expect(certificate.example?.params).toEqual({ n: 7 })
  })

  it('refuses efforts more than a tenth from the median', () => {
    const even = certify(aQuestion({ mistakes: [], effort: (n) => (n === 3 ? 11 : 10) }))
    expect(isCertified(even)).toBe(true)
    const uneven = certify(aQuestion({ mistakes: [], effort: (n) => (n === 3 ? 12 : 10) }))
    expect(isCertified(uneven)).toBe(false)
  })

  it('reports a variant that is enumerated twice', () => {
    expect(certify(aQuestion({ mistakes: [], twice: true })).defects).toHaveLength(9)
  })
})

describe('summarizeEffort', () => {
  it('measures the spread from the median', () => {
    expect(summarizeEffort([90, 100, 105])).toEqual({ min: 90, median: 100, max: 105, spread: 0.1 })
  })
})
