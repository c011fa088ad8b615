import type { RunningApp } from './app-server'

export interface News {
  readonly now: string
  readonly deadlineAt: string | null
  readonly closedAt: string | null
  readonly seat: number
}

/** An open page that hears of its attempt. */
export interface EventPage {
  readonly status: number
  readonly news: readonly News[]
  /** The server has ended the stream. */
  readonly ended: () => boolean
  leave(): void
}

/** Opens the stream of events as a page does. */
export async function openEvents(app: RunningApp, attemptId: string, cookie: string): Promise<EventPage> {
  const leaving = new AbortController()
  const response = await fetch(`${app.url}/api/attempts/${attemptId}/events`, {
    headers: { cookie },
    signal: leaving.signal,
  })
  const news: News[] = []
  let ended = false
  const read = async () => {
    let text = ''
    for await (const piece of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += piece
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const data = /^event: news\ndata: (.*)$/.exec(event)?.[1]
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
