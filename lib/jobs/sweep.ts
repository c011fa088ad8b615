/**
 * Does the work over and over, with a pause in between, until stopped; a failure is told and the next round comes.
 * Stopping waits for the round under way.
 */
export function startSweep(
  work: () => Promise<unknown>,
  pauseMs: number,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  const later = () => {
    if (!stopped) timer = setTimeout(go, pauseMs)
  }
  const go = () => {
    round = work().then(later, (error: unknown) => {
      onError(error)
      later()
    })
  }
  go()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
