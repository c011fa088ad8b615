'use client'

import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import type { RoomItem } from '@/lib/use-cases/read-attempt'
import { sendSave } from './attempt-api'
import { DraftSaver } from './draft-saver'
import { openDraftStore } from './draft-store'
import type { Draft } from './drafts'
import { newMutationId } from './mutation-id'
import type { ServerClock } from './server-clock'

type ItemState = Pick<RoomItem, 'id' | 'response' | 'revision' | 'savedAt'>

/** The drafts of an attempt, saved as they change and restored from the device where they had not arrived. */
export function useDrafts(
  attemptId: string,
  items: readonly ItemState[],
  clock: ServerClock,
  seat: RefObject<number | null>,
) {
  const [{ saver, store }] = useState(() => {
    const store = openDraftStore(attemptId, newMutationId())
    const saver = new DraftSaver({
      // Until this window has its seat, nothing can be saved from it: tried again like a save without an answer.
      send: async (itemId, mutation) =>
        seat.current === null ? { kind: 'unreachable' } : sendSave(attemptId, itemId, seat.current, mutation),
      newMutationId,
      keep: (itemId, pending) => void store.keep(itemId, pending).catch(() => undefined),
      now: () => performance.now(),
      serverTime: () => new Date(clock.now()).toISOString(),
      setTimer: (run, ms) => window.setTimeout(run, ms),
      clearTimer: (timer) => window.clearTimeout(timer as number),
    })
    for (const item of items) saver.add(item.id, item)
    return { saver, store }
  })
  const drafts: ReadonlyMap<string, Draft> = useSyncExternalStore(saver.subscribe, saver.drafts, saver.drafts)
  const [restored, setRestored] = useState(false)

  useEffect(() => {
    let left = false
    void store.list().then((pending) => {
      if (!left && pending.map((each) => saver.restore(each)).some(Boolean)) setRestored(true)
    })
    const flush = () => void saver.flushAll()
    const flushIfHidden = () => document.visibilityState === 'hidden' && flush()
    window.addEventListener('pagehide', flush)
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', flushIfHidden)
    return () => {
      left = true
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flushIfHidden)
      void saver.flushAll()
    }
  }, [saver, store])

  return { saver, drafts, restored }
}
