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

/** By which an operator finds the connection among the others. */
export const LISTENER = 'quizgrad-news'
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
  /** How often pages get a sign of life, and their logins are looked at. */
  readonly beatMs: number
  readonly onError: (error: unknown) => void
}): LiveHub {
  const { database, databaseUrl, clock, beatMs, onError } = parts
  const listeners = new Map<string, Set<Listener>>()
  const waiting = new Set<string>()
  let gathering: NodeJS.Timeout | null = null
  let client: pg.Client | null = null
  let reconnecting: NodeJS.Timeout | null = null
  let stopped = false

  const living = (ids: Iterable<string>) => {
    const tokens = [...ids].flatMap((id) => [...(listeners.get(id) ?? [])].map((each) => each.sessionToken))
    return liveSessions(database, [...new Set(tokens)], clock.now())
  }
  const tell = async () => {
    gathering = null
    const ids = [...waiting].filter((id) => listeners.has(id))
    waiting.clear()
    if (ids.length === 0) return
    try {
      const [news, alive] = await Promise.all([readNews(database, ids), living(ids)])
      const now = clock.now()
      for (const [id, each] of news)
        for (const listener of [...(listeners.get(id) ?? [])]) {
          // An ended login hears nothing more.
          if (alive.has(listener.sessionToken)) listener.send({ now, ...each })
          else showOut(listener)
        }
    } catch (error) {
      onError(error)
      // What could not be read now is still to be told.
      for (const id of ids) hear(id, RECONNECT_MS)
    }
  }
  const hear = (attemptId: string | undefined, afterMs = GATHER_MS) => {
    if (stopped || attemptId === undefined || !listeners.has(attemptId)) return
    waiting.add(attemptId)
    gathering ??= setTimeout(tell, afterMs)
  }

  const connect = async () => {
    reconnecting = null
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: LISTENER,
      keepAlive: true,
      query_timeout: beatMs,
    })
    client = next
    let over = false
    const again = (error?: unknown) => {
      if (over) return
      over = true
      if (client === next) client = null
      if (error && !stopped) onError(error)
      next.end().catch(() => undefined)
      if (!stopped) reconnecting = setTimeout(connect, RECONNECT_MS)
    }
    next.on('error', again)
    next.on('end', () => again())
    next.on('notification', ({ payload }) => hear(payload))
    try {
      await next.connect()
      await next.query(`LISTEN ${NEWS_CHANNEL}`)
      for (const id of listeners.keys()) hear(id)
    } catch (error) {
      again(error)
    }
  }
  void connect()

  const remove = (listener: Listener) => {
    const pages = listeners.get(listener.attemptId)
    if (!pages?.delete(listener)) return
    if (pages.size === 0) listeners.delete(listener.attemptId)
  }
  /** A page that is shown out counts no longer, however long its connection takes to close. */
  const showOut = (listener: Listener) => {
    remove(listener)
    listener.end()
  }
  const everyone = () => [...listeners.values()].flatMap((pages) => [...pages])

  const beat = async () => {
    // A connection that has died without a word hears no news either; its error leads to a new one.
    const listening = client
    listening?.query('SELECT 1').catch((error: unknown) => listening.emit('error', error))
    const all = everyone()
    if (all.length === 0) return
    const alive = await living(listeners.keys())
    for (const listener of all) {
      if (!alive.has(listener.sessionToken)) showOut(listener)
      else if (listeners.get(listener.attemptId)?.has(listener)) listener.beat()
    }
  }
  const beating = setInterval(() => beat().catch(onError), beatMs)

  return {
    add(listener) {
      if (stopped) {
        listener.end()
        return () => undefined
      }
      const pages = listeners.get(listener.attemptId) ?? new Set()
      listeners.set(listener.attemptId, pages.add(listener))
      const [oldest] = pages
      if (pages.size > PAGES && oldest) showOut(oldest)
      // How things stand now, after which nothing is missed.
      hear(listener.attemptId)
      return () => remove(listener)
    },
    async stop() {
      stopped = true
      clearInterval(beating)
      if (gathering) clearTimeout(gathering)
      if (reconnecting) clearTimeout(reconnecting)
      for (const listener of everyone()) showOut(listener)
      await client?.end().catch(() => undefined)
    },
  }
}
