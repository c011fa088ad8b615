'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { fetchPulse } from './attempt-api'
import { createServerClock, type ServerClock } from './server-clock'

const PULSE_MS = 10_000

interface Times {
  readonly now: Date
  readonly deadlineAt: Date | null
}

/** Time left by the server's clock, and news of the attempt: a changed deadline, a close from elsewhere. */
export function useAttemptClock(
  attemptId: string,
  initial: Times,
  on: { deadlineChanged: (leftMs: number | null) => void; closed: () => void },
) {
  const clock = useRef<ServerClock | null>(null)
  const [deadlineAt, setDeadlineAt] = useState(initial.deadlineAt)
  const [leftMs, setLeftMs] = useState(
    initial.deadlineAt === null ? null : initial.deadlineAt.getTime() - initial.now.getTime(),
  )

  const receive = useEffectEvent((next: Date | null, closed: boolean) => {
    if (closed) return on.closed()
    if (next?.getTime() === deadlineAt?.getTime()) return
    setDeadlineAt(next)
    on.deadlineChanged(next && clock.current ? next.getTime() - clock.current.now() : null)
  })
  const tick = useEffectEvent(() => {
    if (clock.current) setLeftMs(deadlineAt === null ? null : deadlineAt.getTime() - clock.current.now())
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first measurement belongs to the first render.
  useEffect(() => {
    clock.current = createServerClock(initial.now, () => performance.now())
    let stopped = false
    const pulse = async () => {
      const sentAt = performance.now()
      const reply = await fetchPulse(attemptId)
      if (stopped || !reply) return
      clock.current?.measure(reply.now, sentAt, performance.now())
      receive(reply.deadlineAt, reply.closedAt !== null)
      tick()
    }
    const onShow = () => document.visibilityState === 'visible' && void pulse()
    const ticking = window.setInterval(tick, 250)
    const pulsing = window.setInterval(() => void pulse(), PULSE_MS)
    document.addEventListener('visibilitychange', onShow)
    window.addEventListener('online', onShow)
    void pulse()
    return () => {
      stopped = true
      window.clearInterval(ticking)
      window.clearInterval(pulsing)
      document.removeEventListener('visibilitychange', onShow)
      window.removeEventListener('online', onShow)
    }
  }, [attemptId])

  return { leftMs, deadlineAt }
}
