import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeQuote } from '@/lib/second-reader/place-quote'

const met = (quote: string) => ({ verdict: 'met' as const, quote })
const unmet = (quote: string) => ({ verdict: 'unmet' as const, quote })
const answer = '같은 가중치가 반복해서 곱해진다. The gradient shrinks. The gradient shrinks.'

describe('placeQuote', () => {
  it('finds the words where they stand', () => {
    expect(placeQuote(answer, met('반복해서 곱해진다'), [])).toEqual({ start: 8, end: 17 })
  })

  it.each([
    'the gradient shrinks',
    'The  gradient shrinks',
    'The gradient vanishes',
    '가중치가 반복해서 곱해진다!',
    '가중치가'.normalize('NFD'),
  ])('takes %j for no quotation: it stands there nowhere, letter for letter', (quote) => {
    expect(placeQuote(answer, met(quote), [])).toBeNull()
    expect(placeQuote(answer, unmet(quote), [])).toBeNull()
  })

  it.each(['', ' ', '.', '. '])('asks for more than %j from what is said to be met', (quote) => {
    expect(placeQuote(answer, met(quote), [])).toBeNull()
  })

  it('lets what is not met go without a quotation', () => {
    expect(placeQuote(answer, unmet(''), [])).toEqual({ start: 0, end: 0 })
  })

  it('stays clear of unusable words, and takes the same words where they stand a second time', () => {
    const first = answer.indexOf('The gradient')
    const second = answer.lastIndexOf('The gradient')
    const quote = met('The gradient shrinks')
    expect(placeQuote(answer, quote, [{ start: first + 19, end: first + 21 }])?.start).toBe(second)
    expect(placeQuote(answer, quote, [{ start: 0, end: answer.length }])).toBeNull()
    expect(placeQuote(answer, quote, [{ start: 0, end: first }])?.start).toBe(first)
  })

  it('takes no half of a character, which could not be stored as it is', () => {
    expect(placeQuote('a😀b', met('a\ud83d'), [])).toBeNull()
  })

  it('gives only spans that are the quotation itself and touch nothing unusable', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '가', ' ', '😀'), maxLength: 30 })
    const span = fc.tuple(fc.nat(30), fc.nat(10)).map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(text, text, fc.array(span, { maxLength: 3 }), (whole, quote, unusable) => {
        const place = placeQuote(whole, met(quote), unusable)
        const possible = Array.from(whole.split('').keys()).some((i) => {
          const free = unusable.every(({ start, end }) => end <= i || i + quote.length <= start)
          return whole.startsWith(quote, i) && free
        })
        if (place === null) {
          if (/[ab가]/.test(quote)) expect(possible).toBe(false)
          return
        }
        expect(whole.slice(place.start, place.end)).toBe(quote)
        expect(quote.trim()).not.toBe('')
        for (const { start, end } of unusable) {
          expect(start < place.end && place.start < end).toBe(false)
        }
      }),
    )
  })

  it('places every passage of an answer that has letters in it', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 30 }),
        fc.nat(),
        fc.integer({ min: 1, max: 80 }),
        (whole, at, length) => {
          const start = at % whole.length
          const quote = whole.slice(start, start + length)
          fc.pre(/[a-z]/.test(quote))
          const place = placeQuote(whole, met(quote), [])
          expect(place && whole.slice(place.start, place.end)).toBe(quote)
        },
      ),
    )
  })
})
