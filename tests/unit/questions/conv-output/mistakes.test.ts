import { describe, expect, it } from 'vitest'
import { convOutput } from '@/questions/conv-output'
import { mistakes } from '@/questions/conv-output/mistakes'
import type { ConvOutputParams } from '@/questions/conv-output/params'
import { aVariant, defaultSettings } from './builders'

const wrongValue = (params: ConvOutputParams, part: string, id: string) =>
  mistakes(params, defaultSettings).find((mistake) => mistake.part === part && mistake.id === id)?.value

describe('mistakes', () => {
  it('leads where the wrong way leads, worked by hand', () => {
    const exam = aVariant()
    expect(wrongValue(exam, 'padding', 'padding-total')).toBe('4')
    expect(wrongValue(exam, 'padding', 'half-kernel')).toBe('5/2')
    expect(wrongValue(exam, 'padding', 'half-kernel-rounded-up')).toBe('3')
    expect(wrongValue(exam, 'paddedSize', 'padding-one-side')).toBe('66x66')
    expect(wrongValue(exam, 'outputSize', 'no-padding')).toBe('60x60')
    expect(wrongValue(exam, 'outputSize', 'plus-one-forgotten')).toBe('63x63')
  })

  it('covers dilation, stride and swapped axes where they apply', () => {
    const dilated = aVariant({ dilation: 3, kernel: { height: 7, width: 7 } })
    expect(wrongValue(dilated, 'padding', 'dilation-ignored')).toBe('3')
    expect(wrongValue(dilated, 'outputSize', 'dilation-ignored')).toBe('76x76')
    const strided = aVariant({
      input: { height: 65, width: 33 },
      stride: 2,
      padding: { height: 4, width: 4 },
    })
    expect(wrongValue(strided, 'outputSize', 'stride-ignored')).toBe('69x37')
    expect(wrongValue(strided, 'outputSize', 'axes-swapped')).toBe('19x35')
    const rectangular = aVariant({ kernel: { height: 3, width: 7 } })
    expect(wrongValue(rectangular, 'padding', 'axes-swapped')).toBe('3x1')
    expect(wrongValue(rectangular, 'padding', 'padding-total+axes-swapped')).toBe('6x2')
  })

  it('leaves out what does not apply', () => {
    const ids = mistakes(aVariant(), defaultSettings).map(({ id }) => id)
    for (const slip of ['dilation-ignored', 'stride-ignored', 'axes-swapped']) expect(ids).not.toContain(slip)
    const given = mistakes(aVariant({ padding: { height: 2, width: 2 } }), defaultSettings)
    expect(given.some(({ part }) => part === 'padding')).toBe(false)
  })

  it('is named by the grader from the bare value, and earns its credit, in every twentieth variant', () => {
    const variants = [...convOutput.enumerate({})].filter((_, index) => index % 20 === 0)
    for (const params of variants) {
      for (const { id, part, value, credit } of convOutput.mistakes(params)) {
        const result = convOutput.grade(params, { [part]: value }).parts.find((graded) => graded.id === part)
        expect(result).toMatchObject({ code: id, score: credit })
      }
    }
  })

  it('has the exam variant diagnosable too: key and mistakes differ pairwise', () => {
    const key = convOutput.reference(aVariant())
    const all = mistakes(aVariant(), defaultSettings)
    for (const part of ['padding', 'paddedSize', 'outputSize']) {
      const wrong = all.filter((mistake) => mistake.part === part).map(({ value }) => value)
      expect(new Set([key[part], ...wrong]).size).toBe(wrong.length + 1)
    }
  })
})
