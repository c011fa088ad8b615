import type { Deps } from './deps'

export interface Pulse {
  readonly now: Date
  readonly deadlineAt: Date | null
  readonly closesAt: Date | null
  readonly closedAt: Date | null
}

/** The server's clock and the attempt's times; null where it is not there or not theirs. */
export async function readPulse(
  deps: Deps,
  input: { attemptId: string; userId: string },
): Promise<Pulse | null> {
  const times = await deps.attempts.findTimes(input)
  return times && { now: deps.clock.now(), ...times }
}
