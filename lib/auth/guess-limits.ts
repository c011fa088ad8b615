import type { Database } from '@/lib/db/client'
import { createFailureStore } from '@/lib/db/failures'
import type { Claim } from '@/lib/use-cases/deps'

const WINDOW_MS = 15 * 60_000

/**
 * Failures within the window before one has to wait. The first limit holds for an account from one address, so that
 * nobody can lock a classmate out from elsewhere; the others are wide enough for a room behind one address, and for
 * an owner who keeps mistyping while somebody guesses.
 */
const ofAccount = ({ email, address }: { email: string; address: string }) => [
  { key: `login:${email}:${address}`, most: 10 },
  { key: `login-of:${email}`, most: 100 },
]
const FROM_ADDRESS = 300

/** Slows down guessing at a password, wherever one is asked for: all places count together. */
export function guessLimits(database: Database, who: { email: string; address: string }, now: Date) {
  const failures = createFailureStore(database)
  const since = new Date(now.getTime() - WINDOW_MS)
  // A room that signs in at once is no room of guessers: from an address only what turned out wrong is counted.
  const fromAddress = `login-from:${who.address}`
  return {
    /** Counts the guess before it is judged; null where one has to wait. */
    async claim(): Promise<Claim | null> {
      const [wrong = 0] = await failures.count([fromAddress], since)
      return wrong >= FROM_ADDRESS ? null : failures.claim(ofAccount(who), since, now)
    },
    wasWrong: (): Promise<void> => failures.add([fromAddress], now),
    wasRight: (claim: Claim): Promise<void> => failures.forgive(claim),
  }
}
