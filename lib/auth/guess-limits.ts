import type { Database } from '@/lib/db/client'
import { createFailureStore } from '@/lib/db/failures'

const WINDOW_MS = 15 * 60_000

/**
 * Failures within the window before one has to wait. The first limit holds for an account from one address, so that
 * nobody can lock a classmate out from elsewhere; the others are wide enough for a room behind one address, and for
 * an owner who keeps mistyping while somebody guesses.
 */
const limits = ({ email, address }: { email: string; address: string }) => [
  { key: `login:${email}:${address}`, most: 10 },
  { key: `login-of:${email}`, most: 100 },
  { key: `login-from:${address}`, most: 300 },
]

/** Slows down guessing at a password, wherever one is asked for: all places count together. */
export function guessLimits(database: Database, who: { email: string; address: string }, now: Date) {
  const failures = createFailureStore(database)
  const limited = limits(who)
  const keys = limited.map(({ key }) => key)
  return {
    async reached(): Promise<boolean> {
      const counts = await failures.count(keys, new Date(now.getTime() - WINDOW_MS))
      return limited.some(({ most }, i) => (counts[i] ?? 0) >= most)
    },
    addFailure: (): Promise<void> => failures.add(keys, now),
  }
}
