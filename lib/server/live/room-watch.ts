import { liveSessions } from '@/lib/auth/sessions'
import type { Clock } from '@/lib/core/clock'
import type { Database } from '@/lib/db/client'
import { type LiveRow, liveChanges } from '@/lib/exam/live'
import type { StaffViewer } from '@/lib/use-cases/deps'
import type { LiveStore } from '@/lib/use-cases/live-room'

/** An open page of staff that watches an exam. */
export interface Watcher {
  readonly examId: string
  readonly viewer: StaffViewer
  readonly sessionToken: string
  /** Everybody at first, afterwards whoever has changed or is gone. */
  readonly send: (news: RoomNews) => void
  /** A sign of life on a connection that has nothing to say. */
  readonly beat: () => void
  readonly end: () => void
}

export interface RoomNews {
  readonly now: Date
  /** Whether these are all, or only what is new. */
  readonly whole: boolean
  readonly rows: readonly LiveRow[]
  readonly gone: readonly string[]
}

export interface RoomWatch {
  /** Gives what ends the watching. */
  add(watcher: Watcher): () => void
  stop(): void
}

/** How often a watched room is looked at: whatever happens is on the page within two seconds. */
export const LOOK_MS = 1_000
/** Looks after which it is asked again whether the watchers may still watch. */
const ASK_EVERY = 5
/** Looks between two signs of life where nothing happens. */
const BEAT_EVERY = 10

interface Watched {
  readonly watchers: Set<Watcher>
  /** Those that have been told nothing yet. */
  readonly fresh: Set<Watcher>
  told: Map<string, string>
  looks: number
  timer: NodeJS.Timeout | null
}

/**
 * Looks at the rooms that somebody watches: one query a second for each, however many watch, and pages are told only
 * what is new. A room that nobody watches costs nothing.
 */
export function createRoomWatch(parts: {
  readonly store: Pick<LiveStore, 'readRoom' | 'mayWatch'>
  readonly database: Database
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}): RoomWatch {
  const { store, database, clock, onError } = parts
  const rooms = new Map<string, Watched>()
  let stopped = false

  const leave = (watcher: Watcher) => {
    const room = rooms.get(watcher.examId)
    if (!room?.watchers.delete(watcher)) return
    room.fresh.delete(watcher)
    if (room.watchers.size > 0) return
    if (room.timer) clearTimeout(room.timer)
    rooms.delete(watcher.examId)
  }
  const showOutStrangers = async ({ watchers }: Watched) => {
    const all = [...watchers]
    const alive = await liveSessions(
      database,
      all.map(({ sessionToken }) => sessionToken),
      clock.now(),
    )
    for (const watcher of all) {
      if (alive.has(watcher.sessionToken) && (await store.mayWatch(watcher))) continue
      leave(watcher)
      watcher.end()
    }
  }
  const look = async (examId: string, room: Watched) => {
    room.timer = null
    try {
      if (room.looks % ASK_EVERY === 0) await showOutStrangers(room)
      room.looks += 1
      const rows = (await store.readRoom(examId)) ?? []
      const now = clock.now()
      const { next, changed, gone } = liveChanges(room.told, rows)
      room.told = next
      for (const watcher of [...room.watchers]) {
        if (room.fresh.delete(watcher)) watcher.send({ now, whole: true, rows, gone: [] })
        else if (changed.length > 0 || gone.length > 0)
          watcher.send({ now, whole: false, rows: changed, gone })
        else if (room.looks % BEAT_EVERY === 0) watcher.beat()
      }
    } catch (error) {
      onError(error)
    }
    // The next look begins after this one, so that a slow database is not asked faster than it answers.
    if (!stopped && rooms.get(examId) === room) room.timer = setTimeout(look, LOOK_MS, examId, room)
  }

  return {
    add(watcher) {
      if (stopped) {
        watcher.end()
        return () => undefined
      }
      const known = rooms.get(watcher.examId)
      const room: Watched = known ?? {
        watchers: new Set(),
        fresh: new Set(),
        told: new Map(),
        looks: 0,
        timer: null,
      }
      rooms.set(watcher.examId, room)
      room.watchers.add(watcher)
      room.fresh.add(watcher)
      if (!known) void look(watcher.examId, room)
      return () => leave(watcher)
    },
    stop() {
      stopped = true
      for (const { watchers, timer } of [...rooms.values()]) {
        if (timer) clearTimeout(timer)
        for (const watcher of [...watchers]) {
          leave(watcher)
          watcher.end()
        }
      }
    },
  }
}
