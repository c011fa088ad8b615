import pg from 'pg'
import { liveSessions } from '@/lib/auth/sessions'
import type { Clock } from '@/lib/core/clock'
import { NEWS_CHANNEL } from '@/lib/db/attempt-news'
import { readNews } from '@/lib/db/attempt-store'
import type { Database } from '@/lib/db/client'
import type { AttemptNews } from '@/lib/use-cases/deps'

/** An open page that wants to hear of its attempt. */
export interface Listener {
  readonly attemptId: string
  readonly sessionToken: string
  readonly send: (news: AttemptNews & { readonly now: Date }) => void
  /** A sign of life on a connection that has nothing to say. */
  readonly beat: () => void
  readonly end: () => void
}

export interface LiveHub {
  /** Gives what ends the listening. */
  add(listener: Listener): () => void
  stop(): Promise<void>
}

const BEAT_MS = 15_000
const RECONNECT_MS = 1_000
/** News that arrive together are read together: time given to a room costs one query, not one a student. */
const GATHER_MS = 20
/** Pages of one attempt that are served at once; more end the oldest. */
const PAGES = 6

/**
 * Passes on what the database announces to the open pages of this process. Where the connection to the database
 * breaks it is made anew and every page is told how things stand, since something may have been missed.
 */
export function startLiveHub(parts: {
  readonly database: Database
  readonly databaseUrl: string
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}): LiveHub {
  const { database, databaseUrl, clock, onError } = parts
  const listeners = new Map<string, Set<Listener>>()
  const waiting = new Set<string>()
  let gathering: NodeJS.Timeout | null = null
  let client: pg.Client | null = null
  let reconnecting: NodeJS.Timeout | null = null
  let stopped = false

  const living = (ids: readonly string[]) => {
    const pages = ids.flatMap((id) => [...(listeners.get(id) ?? [])])
    return liveSessions(database, [...new Set(pages.map(({ sessionToken }) => sessionToken))], clock.now())
  }
  const tell = async () => {
    gathering = null
    const ids = [...waiting].filter((id) => listeners.has(id))
    waiting.clear()
    if (ids.length === 0) return
    const [news, alive] = await Promise.all([readNews(database, ids), living(ids)])
    const now = clock.now()
    // An ended login hears nothing more.
    for (const [id, each] of news)
      for (const listener of [...(listeners.get(id) ?? [])])
        alive.has(listener.sessionToken) ? listener.send({ now, ...each }) : listener.end()
  }
  const hear = (attemptId: string | undefined) => {
    if (attemptId === undefined || !listeners.has(attemptId)) return
    waiting.add(attemptId)
    gathering ??= setTimeout(() => tell().catch(onError), GATHER_MS)
  }

  const connect = async () => {
    const next = new pg.Client({ connectionString: databaseUrl })
    const again = (error?: Error) => {
      if (client !== next && client !== null) return
      client = null
      if (error) onError(error)
      next.end().catch(() => undefined)
      if (!stopped) reconnecting ??= setTimeout(reconnect, RECONNECT_MS)
    }
    next.on('error', again)
    next.on('end', () => again())
    next.on('notification', ({ payload }) => hear(payload))
    try {
      await next.connect()
      await next.query(`LISTEN ${NEWS_CHANNEL}`)
      client = next
      for (const id of listeners.keys()) hear(id)
    } catch (error) {
      again(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const reconnect = () => {
    reconnecting = null
    if (!stopped) void connect()
  }
  void connect()

  const beat = async () => {
    const all = [...listeners.values()].flatMap((pages) => [...pages])
    if (all.length === 0) return
    const alive = await living([...listeners.keys()])
    for (const listener of all) alive.has(listener.sessionToken) ? listener.beat() : listener.end()
  }
  const beating = setInterval(() => beat().catch(onError), BEAT_MS)

  return {
    add(listener) {
      const pages = listeners.get(listener.attemptId) ?? new Set()
      listeners.set(listener.attemptId, pages.add(listener))
      const [oldest] = pages
      if (pages.size > PAGES) oldest?.end()
      // How things stand now, after which nothing is missed.
      hear(listener.attemptId)
      return () => {
        pages.delete(listener)
        if (pages.size === 0 && listeners.get(listener.attemptId) === pages)
          listeners.delete(listener.attemptId)
      }
    },
    async stop() {
      stopped = true
      clearInterval(beating)
      if (gathering) clearTimeout(gathering)
      if (reconnecting) clearTimeout(reconnecting)
      for (const pages of listeners.values()) for (const listener of [...pages]) listener.end()
      await client?.end().catch(() => undefined)
    },
  }
}
