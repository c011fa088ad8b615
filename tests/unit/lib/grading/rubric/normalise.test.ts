import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxAnswerLength } from '@/lib/grading/rubric/limits'
import { normalise, normaliseForm } from '@/lib/grading/rubric/normalise'

const koreanOrLatin = fc.stringMatching(/^[가-힣a-zA-Z0-9 .,!?²×≤σ∏→\n-]{0,80}$/)

describe('normalise', () => {
  it('drops spaces that touch Hangul and keeps one between Latin words', () => {
    expect(normaliseForm('은닉 층이  하나, time   step')).toBe('은닉층이하나,time step')
    expect(normaliseForm('은닉층이하나,time step')).toBe('은닉층이하나,time step')
  })

  it('folds width, case, dashes, quotes and superscripts', () => {
    expect(normaliseForm('ＲＮＮ time–step 0.225⁴⁹ |W| ≤ 1')).toBe(
      'rnn time step0.225^49|w|<=1'.replace('step0', 'step 0'),
    )
  })

  it('composes decomposed Hangul, as macOS writes it', () => {
    const text = '같은 순환 가중치가 시점마다 반복해서 곱해진다.'
    expect(normalise(text.normalize('NFD')).text).toBe(normalise(text).text)
  })

  it('strips and counts invisible characters', () => {
    const norm = normalise('곱\u200b해\u2060진\u00ad다')
    expect(norm.text).toBe('곱해진다')
    expect(norm.invisible).toBe(3)
  })

  it('folds Cyrillic letters inside Latin words and counts them', () => {
    const norm = normalise('grаdiеnt')
    expect(norm.text).toBe('gradient')
    expect(norm.homoglyphs).toBe(2)
  })

  it('reads no more than the cap', () => {
    const norm = normalise('가'.repeat(maxAnswerLength + 10))
    expect(norm.text).toHaveLength(maxAnswerLength)
    expect(norm.truncated).toBe(true)
  })

  it('maps every unit back to a part of the raw text, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), koreanOrLatin),
        (raw) => {
          const { text, starts, ends } = normalise(raw)
          for (let i = 0; i < text.length; i += 1) {
            expect(starts[i]).toBeLessThan(ends[i] ?? 0)
            expect(ends[i]).toBeLessThanOrEqual(raw.length)
            if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0)
          }
        },
      ),
    )
  })

  it('gives the same for NFC and NFD', () => {
    fc.assert(
      fc.property(koreanOrLatin, (raw) => {
        expect(normalise(raw.normalize('NFD')).text).toBe(normalise(raw.normalize('NFC')).text)
      }),
    )
  })

  it('is stable: a normalised text stays as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[가-힣a-z0-9 .,]{0,60}$/), (raw) => {
        const once = normaliseForm(raw)
        expect(normaliseForm(once)).toBe(once)
      }),
    )
  })
})
