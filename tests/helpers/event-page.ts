import type { LiveAttempt } from '@/lib/exam/live'
import type { RunningApp } from './app-server'

/** How a room stands, as its staff are told. */
export interface RoomNews {
  readonly whole: boolean
  readonly rows: readonly {
    readonly userId: string
    readonly name: string
    readonly attempt: LiveAttempt | null
  }[]
  readonly gone: readonly string[]
}

export interface News {
  readonly now: string
  readonly deadlineAt: string | null
  readonly closedAt: string | null
  readonly seat: number
  readonly notices: readonly { readonly id: string; readonly words: string }[]
}

/** An open page that hears of its attempt. */
export interface EventPage<Told = News> {
  readonly status: number
  readonly news: readonly Told[]
  /** The server has ended the stream. */
  readonly ended: () => boolean
  leave(): void
}

/** Opens the stream of an attempt's events as the student's page does. */
export const openEvents = (app: RunningApp, attemptId: string, cookie: string): Promise<EventPage> =>
  openStream(app, `/api/attempts/${attemptId}/events`, cookie)

/** Opens the stream of a room as a page of its staff does. */
export const openRoom = (app: RunningApp, examId: string, cookie: string): Promise<EventPage<RoomNews>> =>
  openStream(app, `/api/exams/${examId}/room`, cookie)

async function openStream<Told>(app: RunningApp, path: string, cookie: string): Promise<EventPage<Told>> {
  const leaving = new AbortController()
  const response = await fetch(`${app.url}${path}`, {
    headers: { cookie },
    signal: leaving.signal,
  })
  const news: Told[] = []
  let ended = false
  const read = async () => {
    let text = ''
    for await (const piece of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += piece
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const data = /^event: \w+\ndata: (.*)$/.exec(event)?.[1]
        if (data !== undefined) news.push(JSON.parse(data))
      }
    }
  }
  if (response.ok)
    void read().then(
      () => {
        ended = true
      },
      () => {
        ended = true
      },
    )
  return { status: response.status, news, ended: () => ended, leave: () => leaving.abort() }
}
