'use client'

import { useEffect, useState } from 'react'
import { z } from 'zod'
import { type LiveRow, liveRowSchema } from '@/lib/exam/live'

const newsSchema = z.object({
  now: z.coerce.date(),
  whole: z.boolean(),
  rows: z.array(liveRowSchema),
  gone: z.array(z.string()),
})

export interface RoomView {
  /** In the order in which the server lists them; null before the first word. */
  readonly rows: readonly LiveRow[] | null
  readonly connection: 'connecting' | 'connected' | 'disconnected'
  /** The server's time. */
  readonly now: Date
}

const TICK_MS = 1_000
const AGAIN_MS = 3_000

/** How an exam stands, kept up to date by the server; `now` goes on by itself. */
export function useRoom(examId: string, servedAt: Date): RoomView {
  const [rows, setRows] = useState<readonly LiveRow[] | null>(null)
  const [connection, setConnection] = useState<RoomView['connection']>('connecting')
  const [nowMs, setNowMs] = useState(servedAt.getTime())

  useEffect(() => {
    let offset = servedAt.getTime() - performance.now()
    const listen = () => {
      const source = new EventSource(`/api/exams/${examId}/room`)
      source.addEventListener('room', (event) => {
        const news = newsSchema.safeParse(parse(event.data))
        if (!news.success) return
        offset = news.data.now.getTime() - performance.now()
        setNowMs(news.data.now.getTime())
        setConnection('connected')
        setRows((before) => merge(before ?? [], news.data))
      })
      source.addEventListener('error', () => setConnection('disconnected'))
      source.addEventListener('open', () => setConnection('connected'))
      return source
    }
    let source = listen()
    const ticking = window.setInterval(() => setNowMs(offset + performance.now()), TICK_MS)
    // A browser comes back to a stream that broke, but never to one that was answered with an error.
    const watching = window.setInterval(() => {
      if (source.readyState === EventSource.CLOSED) source = listen()
    }, AGAIN_MS)
    return () => {
      window.clearInterval(ticking)
      window.clearInterval(watching)
      source.close()
    }
  }, [examId, servedAt])

  return { rows, connection, now: new Date(nowMs) }
}

function merge(before: readonly LiveRow[], news: z.infer<typeof newsSchema>): readonly LiveRow[] {
  if (news.whole) return news.rows
  const changed = new Map(news.rows.map((row) => [row.userId, row]))
  const kept = before
    .filter(({ userId }) => !news.gone.includes(userId))
    .map((row) => changed.get(row.userId) ?? row)
  const known = new Set(kept.map(({ userId }) => userId))
  return [...kept, ...news.rows.filter(({ userId }) => !known.has(userId))]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
