/** The server's time as this page knows it: measured once in a while, carried on by a clock nobody can set. */
export interface ServerClock {
  /** Milliseconds since the epoch, on the server. */
  now(): number
  /** Takes a new measurement; `sentAt` and `receivedAt` are readings of the monotonic clock around the request. */
  measure(serverNow: Date, sentAt: number, receivedAt: number): void
}

/** @param monotonic milliseconds that never jump (performance.now) */
export function createServerClock(serverNow: Date, monotonic: () => number): ServerClock {
  let offset = serverNow.getTime() - monotonic()
  let bestTrip = Number.POSITIVE_INFINITY
  let measuredAt = monotonic()
  return {
    now: () => offset + monotonic(),
    measure(now, sentAt, receivedAt) {
      const trip = receivedAt - sentAt
      const measured = now.getTime() + trip / 2 - receivedAt
      // A quick round trip tells the offset best, and an old measurement loses its rank, since clocks drift. One that
      // the new measurement rules out is void: some monotonic clocks stand still while a laptop sleeps.
      const aged = receivedAt - measuredAt > 60_000
      const ruledOut = Math.abs(measured - offset) > (trip + Math.min(bestTrip, trip)) / 2 + 50
      if (trip > bestTrip * 1.5 && !aged && !ruledOut) return
      bestTrip = trip
      measuredAt = receivedAt
      offset = measured
    },
  }
}
