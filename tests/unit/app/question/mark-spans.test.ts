import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markSpans } from '@/app/_components/question/mark-spans'

const textWithMarks = fc.string({ unit: 'grapheme', maxLength: 60 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    marks: fc.array(
      fc.record({
        id: fc.nat(),
        start: fc.integer({ min: -5, max: text.length + 5 }),
        end: fc.integer({ min: -5, max: text.length + 5 }),
      }),
      { maxLength: 8 },
    ),
  }),
)

describe('markSpans', () => {
  it('gives the text again when its stretches are joined, wherever the marks lie', () => {
    fc.assert(
      fc.property(textWithMarks, ({ text, marks }) => {
        const joined = markSpans(text, marks)
          .map((stretch) => stretch.text)
          .join('')
        expect(joined).toBe(text)
      }),
    )
  })

  it('marks a character exactly where a mark covers it', () => {
    fc.assert(
      fc.property(textWithMarks, ({ text, marks }) => {
        let at = 0
        for (const stretch of markSpans(text, marks)) {
          for (let i = 0; i < stretch.text.length; i += 1, at += 1) {
            const covering = marks.filter(({ start, end }) => start <= at && at < end)
            expect(stretch.marks).toEqual(covering)
          }
        }
      }),
    )
  })

  it('ends every mark that covers something exactly once', () => {
    fc.assert(
      fc.property(textWithMarks, ({ text, marks }) => {
        const ended = markSpans(text, marks).flatMap(({ ending }) => ending)
        const covering = marks.filter(
          ({ start, end }) => Math.max(0, start) < Math.min(text.length, end) && end > 0,
        )
        expect(new Set(ended)).toEqual(new Set(covering))
        expect(ended).toHaveLength(covering.length)
      }),
    )
  })

  it('cuts where marks overlap', () => {
    const first = { start: 0, end: 6 }
    const second = { start: 4, end: 8 }
    expect(markSpans('abcdefghij', [first, second])).toEqual([
      { text: 'abcd', marks: [first], ending: [] },
      { text: 'ef', marks: [first, second], ending: [first] },
      { text: 'gh', marks: [second], ending: [second] },
      { text: 'ij', marks: [], ending: [] },
    ])
  })

  it('has nothing to show of an empty text', () => {
    expect(markSpans('', [{ start: 0, end: 3 }])).toEqual([])
  })
})
