'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { LateTerms } from '@/lib/exam/late'
import type { News } from './attempt-api'
import type { ServerClock } from './server-clock'
import { useNews } from './use-news'

interface Times {
  readonly now: Date
  readonly deadlineAt: Date | null
  readonly late: LateTerms | null
}

/** Time left by the server's clock, and news of the attempt: a changed deadline, another window, a close, what staff say. */
export function useAttemptClock(
  attemptId: string,
  clock: ServerClock,
  initial: Times,
  on: {
    deadlineChanged: (leftMs: number | null) => void
    seatHeld: (seat: number) => void
    closed: () => void
  },
) {
  const [{ deadlineAt, late }, setTimes] = useState<Omit<Times, 'now'>>(initial)
  const [nowMs, setNowMs] = useState(initial.now.getTime())
  const [notices, setNotices] = useState<News['notices']>([])
  const known = useRef(initial.deadlineAt?.getTime())

  const receive = (news: News) => {
    if (news.closedAt !== null) return on.closed()
    on.seatHeld(news.seat)
    setTimes({ deadlineAt: news.deadlineAt, late: news.late })
    setNotices(news.notices)
    const next = news.deadlineAt?.getTime()
    if (next === known.current) return
    known.current = next
    on.deadlineChanged(next === undefined ? null : next - clock.now())
  }
  useNews(attemptId, {
    news: receive,
    measured: (news, sentAt, receivedAt) => {
      clock.measure(news.now, sentAt, receivedAt)
      setNowMs(clock.now())
    },
  })

  const tick = useEffectEvent(() => setNowMs(clock.now()))
  useEffect(() => {
    const ticking = window.setInterval(tick, 250)
    return () => window.clearInterval(ticking)
  }, [])

  return { leftMs: deadlineAt === null ? null : deadlineAt.getTime() - nowMs, late, nowMs, notices }
}
