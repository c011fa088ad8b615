import { describe, expect, it } from 'vitest'
import { countingAttempt } from '@/lib/exam/counting'

const closedAt = new Date(0)
const attempts = [
  { number: 3, closedAt, awarded: null },
  { number: 1, closedAt, awarded: 300 },
  { number: 2, closedAt, awarded: 500 },
  { number: 4, closedAt: null, awarded: null },
  { number: 5, closedAt, awarded: 500 },
]

describe('countingAttempt', () => {
  it.each([
    ['first', 1],
    ['last', 5],
    ['best', 2],
  ] as const)('takes the %s of those that are closed', (counts, number) => {
    expect(countingAttempt(counts, attempts)?.number).toBe(number)
  })

  it('is none while none is closed', () => {
    expect(countingAttempt('best', [{ number: 1, closedAt: null, awarded: null }])).toBeNull()
  })

  it('is the only one, graded or not', () => {
    expect(countingAttempt('best', [{ number: 1, closedAt, awarded: null }])?.number).toBe(1)
  })
})
