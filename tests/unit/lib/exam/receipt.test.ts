import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReceiptCode, receiptCode, receiptText } from '@/lib/exam/receipt'

const facts = {
  attemptId: 'a',
  closedAt: new Date(5),
  items: [
    { itemId: 'x', revision: 2, hash: 'ff' },
    { itemId: 'y', revision: 0, hash: '' },
  ],
}

describe('receiptText', () => {
  it('does not depend on the order in which problems were read', () => {
    expect(receiptText({ ...facts, items: [...facts.items].reverse() })).toBe(receiptText(facts))
  })

  it('changes with every fact', () => {
    const [x, y] = facts.items
    const others = [
      { ...facts, attemptId: 'b' },
      { ...facts, closedAt: new Date(6) },
      { ...facts, items: [{ ...x!, revision: 3 }, y!] },
      { ...facts, items: [{ ...x!, hash: 'fe' }, y!] },
      { ...facts, items: [x!] },
    ]
    expect(new Set([facts, ...others].map(receiptText)).size).toBe(others.length + 1)
  })
})

describe('receipt codes', () => {
  const code = (text: string) => receiptCode(createHash('sha256').update(text).digest())

  it('are four groups of five signs that nobody mixes up', () => {
    expect(code('one')).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(code('one')).not.toBe(code('two'))
  })

  it('are read back however they were copied', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', ' ', '-', ' - '), (text, between) => {
        const right = code(text)
        const copied = right.toLowerCase().replaceAll('-', between).replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readReceiptCode(copied)).toBe(right)
      }),
    )
  })

  it.each(['', 'ABCDE', 'ABCDE-ABCDE-ABCDE-ABCDU', `${'A'.repeat(21)}`])('%j is none', (text) => {
    expect(readReceiptCode(text)).toBeNull()
  })
})
