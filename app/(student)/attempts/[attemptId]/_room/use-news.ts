'use client'

import { useEffect, useEffectEvent } from 'react'
import { fetchPulse, type News, readNews } from './attempt-api'

/** How often the server is asked: beside living news, and where the stream of news is down. */
const CALM_MS = 30_000
const BLIND_MS = 5_000

/**
 * News of the attempt, pushed by the server and asked for as a fallback. `measured` comes with the readings of the
 * monotonic clock around the request, for measuring the server's time; what is pushed has none.
 */
export function useNews(
  attemptId: string,
  on: {
    news: (news: News) => void
    measured: (news: News, sentAt: number, receivedAt: number) => void
  },
) {
  const onNews = useEffectEvent(on.news)
  const onMeasured = useEffectEvent(on.measured)

  useEffect(() => {
    let stopped = false
    let asked = Number.NEGATIVE_INFINITY
    const ask = async () => {
      asked = performance.now()
      const sentAt = asked
      const news = await fetchPulse(attemptId)
      if (stopped || !news) return
      onMeasured(news, sentAt, performance.now())
      onNews(news)
    }
    const listen = () => {
      const source = new EventSource(`/api/attempts/${attemptId}/events`)
      source.addEventListener('news', (event) => {
        const news = readNews(parse(event.data))
        if (news) onNews(news)
      })
      return source
    }
    let stream = listen()

    let wall = Date.now()
    const watch = window.setInterval(() => {
      // A laptop that slept: the clock that must not jump may have stood still.
      const slept = Date.now() - wall > 5_000
      wall = Date.now()
      const every = stream.readyState === EventSource.OPEN ? CALM_MS : BLIND_MS
      if (!slept && performance.now() - asked < every) return
      // A browser comes back to a stream that broke, but never to one that was answered with an error.
      if (stream.readyState === EventSource.CLOSED) stream = listen()
      void ask()
    }, 500)
    const onShow = () => document.visibilityState === 'visible' && void ask()
    document.addEventListener('visibilitychange', onShow)
    window.addEventListener('online', onShow)
    void ask()
    return () => {
      stopped = true
      stream.close()
      window.clearInterval(watch)
      document.removeEventListener('visibilitychange', onShow)
      window.removeEventListener('online', onShow)
    }
  }, [attemptId])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
