import { describe, expect, it } from 'vitest'
import { previewField } from '@/app/_components/question/field-preview'

describe('previewField', () => {
  it('shows nothing for a blank field of any kind', () => {
    for (const kind of ['expression', 'integer', 'padding', 'size'] as const) {
      expect(previewField(kind, '  ')).toEqual({ kind: 'empty' })
    }
  })

  it('reads each kind its own way', () => {
    expect(previewField('size', '64')).toEqual({ kind: 'formula', tex: '64 \\times 64' })
    expect(previewField('padding', '2')).toEqual({ kind: 'formula', tex: 'p = 2' })
    expect(previewField('integer', '3')).toEqual({ kind: 'formula', tex: '3' })
    expect(previewField('expression', '6×5+5').kind).toBe('formula')
  })

  it('says in both languages where reading stops', () => {
    const preview = previewField('expression', '6×5+foo')
    expect(preview).toMatchObject({ kind: 'problem', at: 4 })
    expect(preview.kind === 'problem' && preview.message.ko && preview.message.en).toBeTruthy()
  })

  it('shows a wrong value like a right one: nothing is worked out', () => {
    expect(previewField('expression', '1+1=3').kind).toBe('formula')
  })
})
