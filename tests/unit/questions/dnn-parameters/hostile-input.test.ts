import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previewExpression } from '@/lib/grading/expression/preview-expression'
import { dnnParameters } from '@/questions/dnn-parameters'
import { hostileAnswers } from '../../../bench/grading-expressions'

const demo = { inputs: 6, hidden: [5, 4], outputs: 3, biases: true }
/** Long, but plain arithmetic: read, worked out, and simply wrong. */
const merelyWrong = new Set(['terms up to the length bound', 'minus signs'])

describe('hostile answers', () => {
  it.each(hostileAnswers.filter(([name]) => !merelyWrong.has(name)))(
    'are invalid with a sentence: %s',
    (_, total) => {
      const { score, status, parts } = dnnParameters.grade(demo, { total })
      expect({ score, status }).toEqual({ score: 0, status: 'invalid' })
      expect(parts[0]?.feedback.ko).toMatch(/[.다]$/)
      expect(parts[0]?.feedback.en).toMatch(/\.$/)
    },
  )

  it('never break the grader or the preview, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...[
        '(',
        ')',
        '{',
        '}',
        '+',
        '-',
        '×',
        '/',
        '^',
        '**',
        '=',
        '≈',
        '!',
        ',',
        '.',
        '\\',
        '\\frac',
        '\\left',
        '$',
        '²',
        '⁻',
      ],
      ...[
        'x',
        'e',
        'i',
        '개',
        '총',
        'is',
        'NaN',
        'Infinity',
        '__proto__',
        'constructor',
        'toString',
        '\u0000',
        '\ud800',
        '😀',
      ],
      ...['0', '1', '9', '74', '1,024', '0.5', '1e5', '1e-999', '9^99'],
    )
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 200 }),
      fc.tuple(pieces, fc.integer({ min: 1, max: 5_000 })).map(([piece, times]) => piece.repeat(times)),
    )
    const seen = { graded: 0, invalid: 0 }
    fc.assert(
      fc.property(texts, (total) => {
        const { score, status, parts } = dnnParameters.grade(demo, { total })
        expect(['graded', 'invalid']).toContain(status)
        if (status === 'invalid') expect(score).toBe(0)
        seen[status === 'invalid' ? 'invalid' : 'graded'] += 1
        for (const { start, end, text } of parts[0]?.evidence ?? [])
          expect(total.slice(start, end)).toBe(text)
        const preview = previewExpression(total)
        if (preview.kind === 'problem') {
          expect(preview.at).toBeLessThanOrEqual(total.length)
          expect(status).toBe('invalid')
        }
      }),
      { numRuns: 5_000 },
    )
    expect(seen.graded).toBeGreaterThan(20)
    expect(seen.invalid).toBeGreaterThan(1_000)
  })

  it('survive as responses of any shape', () => {
    fc.assert(
      fc.property(fc.anything(), (response) => {
        expect(['graded', 'invalid']).toContain(dnnParameters.grade(demo, response).status)
      }),
      { numRuns: 500 },
    )
  })
})
