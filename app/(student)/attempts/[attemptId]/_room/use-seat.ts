'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type SeatReply, takeSeat } from './attempt-api'

const RETRY_MS = [500, 1_000, 2_000, 4_000] as const

/**
 * Which window is at work: each that opens takes over, and the one before turns read-only until it is told to take
 * the seat back. Nothing is saved before the server has answered.
 */
export function useSeat(
  attemptId: string,
  on: { taken: (items: SeatReply['items']) => Promise<void>; gone: () => void },
) {
  const seat = useRef<number | null>(null)
  const handlers = useRef(on)
  handlers.current = on
  const [lost, setLost] = useState(false)
  const stopTrying = useRef<() => void>(() => undefined)

  const take = useCallback(() => {
    let stopped = false
    let timer: number | undefined
    const attempt = async (tries: number) => {
      const reply = await takeSeat(attemptId)
      if (stopped) return
      if (reply === 'gone') return handlers.current.gone()
      if (reply === null) {
        const wait = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]
        timer = window.setTimeout(() => void attempt(tries + 1), wait)
        return
      }
      seat.current = reply.seat
      // First, since drafts that still say "elsewhere" would count as the seat being lost again.
      await handlers.current.taken(reply.items)
      setLost(false)
    }
    stopTrying.current()
    stopTrying.current = () => {
      stopped = true
      window.clearTimeout(timer)
    }
    void attempt(0)
  }, [attemptId])

  useEffect(() => {
    take()
    return () => stopTrying.current()
  }, [take])

  /** Somebody holds the seat with this number; true if that is not this window any more. */
  const heard = useCallback((held: number) => {
    const older = seat.current !== null && held > seat.current
    if (older) setLost(true)
    return older
  }, [])

  return { seat, lost, take, heard, lose: () => setLost(true) }
}
