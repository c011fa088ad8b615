import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  isOpen,
  type LiveAttempt,
  type LiveRow,
  liveChanges,
  liveState,
  OUT_OF_TOUCH_MS,
} from '@/lib/exam/live'

const NOW = Date.UTC(2026, 10, 25, 9)
const at = (ms: number) => new Date(NOW + ms)

const attempt = (over: Partial<LiveAttempt> = {}): LiveAttempt => ({
  id: 'a',
  number: 1,
  startedAt: at(-600_000),
  deadlineAt: at(600_000),
  closesAt: at(615_000),
  closedAt: null,
  closeReason: null,
  late: null,
  answered: 1,
  problems: 3,
  savedAt: at(-1_000),
  place: 2,
  unsaved: 0,
  seenAt: at(-1_000),
  seat: 1,
  given: 0,
  ...over,
})
const row = (over: Partial<LiveAttempt> | null = {}): LiveRow => ({
  userId: 'u',
  name: 'Kim',
  attempt: over === null ? null : attempt(over),
})

it.each([
  ['not-started', row(null)],
  ['working', row()],
  ['late', row({ late: { fromMs: NOW - 1, stepMs: 60_000, lossPercent: 10 } })],
  ['out-of-touch', row({ seenAt: at(-OUT_OF_TOUCH_MS - 1) })],
  // Nothing was ever heard: counted from the start.
  ['out-of-touch', row({ seenAt: null, savedAt: null })],
  ['working', row({ seenAt: null, startedAt: at(-1_000) })],
  ['over', row({ deadlineAt: at(-1) })],
  // Time is over for good; that nothing is heard is no news then.
  ['over', row({ deadlineAt: at(-90_000), closesAt: at(-75_000), seenAt: at(-90_000) })],
  ['submitted', row({ closedAt: at(-5), closeReason: 'submitted', seenAt: at(-OUT_OF_TOUCH_MS * 2) })],
  ['instructor', row({ closedAt: at(-5), closeReason: 'instructor' })],
] as const)('is %s', (state, given) => {
  expect(liveState(given, at(0))).toBe(state)
  expect(isOpen(state)).toBe(given.attempt !== null && given.attempt.closedAt === null)
})

const rows = fc.uniqueArray(
  fc.record({
    userId: fc.constantFrom(...'abcdefgh'),
    name: fc.constantFrom('Kim', 'Lee'),
    attempt: fc.option(fc.record({ answered: fc.nat(3), seat: fc.nat(2) }).map(attempt)),
  }),
  { selector: ({ userId }) => userId },
)

it('what is told, put on what was told before, is how the room stands', () => {
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 6 }), (looks) => {
      let told = new Map<string, string>()
      const page = new Map<string, LiveRow>()
      for (const look of looks) {
        const { next, changed, gone } = liveChanges(told, look)
        told = next
        for (const each of changed) page.set(each.userId, each)
        for (const userId of gone) page.delete(userId)
        expect(Object.fromEntries(page)).toEqual(Object.fromEntries(look.map((each) => [each.userId, each])))
        // Nothing is told twice.
        expect(liveChanges(told, look)).toMatchObject({ changed: [], gone: [] })
      }
    }),
  )
})
