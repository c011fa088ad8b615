import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previewInteger, previewPadding, previewSize } from '@/lib/grading/sizes/preview'
import { readInteger } from '@/lib/grading/sizes/read-integer'
import { readPadding, readSize } from '@/lib/grading/sizes/read-size'
import { describeSizeProblem } from '@/lib/grading/sizes/size-problem'

const readers = [readSize, readPadding, readInteger]
const previews = [previewSize, previewPadding, previewInteger]

function answered(text: string): void {
  for (const read of readers) {
    const result = read(text)
    if (result.ok) continue
    const words = describeSizeProblem(result.error)
    expect(words.ko).not.toBe('')
    expect(words.en).not.toBe('')
    expect(result.error.at).toBeGreaterThanOrEqual(0)
    expect(result.error.at).toBeLessThanOrEqual(text.length)
  }
  for (const preview of previews) expect(preview(text).kind).toMatch(/^(empty|formula|problem)$/)
}

describe('readers of sizes on hostile text', () => {
  it.each([
    ['20,000 brackets', '('.repeat(20_000)],
    ['brackets up to the bound', `${'('.repeat(199)}1${')'.repeat(199)}`],
    ['megabytes of digits', '9'.repeat(3_000_000)],
    ['megabytes of spaces', ' '.repeat(3_000_000)],
    ['many separators', 'x'.repeat(400)],
    ['many commas', ','.repeat(400)],
    ['a tower of powers', '9^9^9^9^9^9^9'],
    ['powers in both sides', '99^9999x99^9999'],
    ['control characters', '\u0000\u0007\u001b[2J\u202e'],
    ['lone surrogates', '\ud800x\udc00'],
    ['words', '가로 '.repeat(120)],
    ['equals signs', '='.repeat(400)],
    ['functions', 'import("fs")x1'],
    ['decomposed Hangul', '패딩 2'.normalize('NFD')],
    ['zero-width characters', '6\u200b4\u200bx\u200b64'],
  ])('answers %s', (_, text) => {
    answered(text)
  })

  it('answers any text without an exception', () => {
    const signs = fc.constantFrom(
      ...'0123456789xX×*·,;()[]{}+-/^=. $\\픽셀패딩가로세로byph가 ㄱ２'.split(''),
      '\\times',
      '\\left',
    )
    const likely = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.oneof(likely, fc.string({ unit: 'binary', maxLength: 80 })), answered), {
      numRuns: 4000,
    })
  })
})
