import { describe, expect, it } from 'vitest'
import { type AttemptRow, sortAttempts } from '@/app/(staff)/teach/exams/[examId]/attempt-rows'

const row = (attemptId: string, over: Partial<AttemptRow>): AttemptRow => ({
  attemptId,
  userId: attemptId,
  name: attemptId,
  email: '',
  number: 1,
  counts: false,
  state: 'submitted',
  startedAt: 0,
  startedWords: '',
  deadlineAt: null,
  deadlineWords: null,
  given: 0,
  extraMinutes: 0,
  items: [],
  total: null,
  ...over,
})

const rows = [
  row('a', { startedAt: 2, total: 300, items: [{ position: 1, awarded: 100, review: false }, null] }),
  row('b', {
    startedAt: 3,
    deadlineAt: 5,
    items: [null, { position: 2, awarded: 200, review: false }],
  }),
  row('c', { startedAt: 1, deadlineAt: 4, total: 500, items: [null, null] }),
]
const order = (sort: string, dir: 'asc' | 'desc') =>
  sortAttempts(rows, { sort, dir })
    .map(({ attemptId }) => attemptId)
    .join('')

describe('the order of attempts', () => {
  it('follows the column, either way', () => {
    expect(order('student', 'asc')).toBe('abc')
    expect(order('student', 'desc')).toBe('cba')
    expect(order('startedAt', 'desc')).toBe('bac')
    expect(order('total', 'desc')).toBe('cab')
  })

  it('puts no deadline last, and a problem that was not drawn below any points', () => {
    expect(order('deadline', 'asc')).toBe('cba')
    expect(order('problem-2', 'desc')).toBe('bac')
    expect(order('problem-1', 'desc')).toBe('abc')
  })

  it('is by start where the column is unknown', () => {
    expect(order('whatever', 'desc')).toBe('bac')
  })
})
