import type { AttemptNews, Deps } from './deps'

export interface Pulse extends AttemptNews {
  readonly now: Date
}

/** The server's clock, the attempt's times and who is at work on it; null where it is not there or not theirs. */
export async function readPulse(
  deps: Deps,
  input: { attemptId: string; userId: string },
): Promise<Pulse | null> {
  const news = await deps.attempts.findNews(input)
  return news && { now: deps.clock.now(), ...news }
}
