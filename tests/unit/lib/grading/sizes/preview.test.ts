import { describe, expect, it } from 'vitest'
import { previewInteger, previewPadding, previewSize } from '@/lib/grading/sizes/preview'

describe('previewSize', () => {
  it('shows a single number as the square that it is read as', () => {
    expect(previewSize('64')).toEqual({ kind: 'formula', tex: '64 \\times 64' })
  })

  it('shows an expression as typed and works nothing out', () => {
    expect(previewSize('64+2*2')).toMatchObject({ kind: 'formula' })
    expect(JSON.stringify(previewSize('64+2*2'))).not.toContain('68')
  })

  it('shows the conclusion of a working that can not be read as it stands', () => {
    expect(previewSize('(n-k+2p)/s+1 = 64x64')).toEqual({ kind: 'formula', tex: '64 \\times 64' })
    expect(previewSize('64x64 → 68x68')).toEqual({ kind: 'formula', tex: '68 \\times 68' })
    expect(previewSize('H = 68, W = 68')).toEqual({ kind: 'formula', tex: '68 \\times 68' })
  })

  it('does not double brackets', () => {
    expect(previewSize('(64+4)x(64+4)')).toEqual({
      kind: 'formula',
      tex: '\\left(64 + 4\\right) \\times \\left(64 + 4\\right)',
    })
  })

  it('is empty for an empty text and says where a text stops being readable', () => {
    expect(previewSize('  ')).toEqual({ kind: 'empty' })
    expect(previewSize('64x')).toMatchObject({ kind: 'problem', at: 2 })
  })

  it('shows a chain whose links disagree like any other, so that it hints at nothing', () => {
    expect(previewSize('64+4=69').kind).toBe('formula')
  })
})

describe('previewPadding', () => {
  it('shows one number as p and two as one for each axis', () => {
    expect(previewPadding('패딩 2')).toEqual({ kind: 'formula', tex: 'p = 2' })
    expect(previewPadding('p = (k-1)/2 = 2')).toEqual({ kind: 'formula', tex: 'p = 2' })
    expect(previewPadding('2 ((5-1)/2)')).toMatchObject({ kind: 'formula' })
    expect(previewPadding('2x1')).toEqual({ kind: 'formula', tex: 'p_h = 2,\\; p_w = 1' })
  })
})

describe('previewInteger', () => {
  it('shows the number', () => {
    expect(previewInteger('s = 1')).toEqual({ kind: 'formula', tex: '1' })
  })
})
