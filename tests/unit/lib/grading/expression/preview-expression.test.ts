import { describe, expect, it } from 'vitest'
import { previewExpression } from '@/lib/grading/expression/preview-expression'

describe('previewExpression', () => {
  it.each([
    ['6*5 + 5', '6 \\times 5 + 5'],
    ['[6+1]x5', '\\left(6 + 1\\right) \\times 5'],
    ['(0.9*0.25)^{49}', '{\\left(0.9 \\times 0.25\\right)}^{49}'],
    ['(1+2)/3×4/5', '\\frac{1 + 2}{3} \\times 4 \\div 5'],
    ['총 1,024개', '1024'],
    ['1.8e-32', '1.8 \\times 10^{-32}'],
    ['3*-2', '3 \\times \\left(-2\\right)'],
    ['3 - -2', '3 - \\left(-2\\right)'],
    ['-3+2', '-3 + 2'],
  ])('shows %s back as a formula', (text, tex) => {
    expect(previewExpression(text)).toEqual({ kind: 'formula', tex })
  })

  it('works nothing out, so that right and wrong answers look alike', () => {
    expect(previewExpression('6*5 = 31')).toEqual({ kind: 'formula', tex: '6 \\times 5 = 31' })
    expect(previewExpression('6*5 = 30')).toEqual({ kind: 'formula', tex: '6 \\times 5 = 30' })
    expect(previewExpression('1/0')).toEqual({ kind: 'formula', tex: '\\frac{1}{0}' })
  })

  it('says where it stops being readable', () => {
    const preview = previewExpression('6*5 + cat')
    expect(preview).toMatchObject({ kind: 'problem', at: 6 })
    expect(preview.kind === 'problem' && preview.message.en).toContain('cat')
  })

  it('tells an empty box from an unreadable one', () => {
    expect(previewExpression('  ')).toEqual({ kind: 'empty' })
  })
})
