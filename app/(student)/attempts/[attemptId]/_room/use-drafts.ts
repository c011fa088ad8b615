'use client'

import { type RefObject, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { RoomItem } from '@/lib/use-cases/read-attempt'
import { sendSave } from './attempt-api'
import { DraftSaver, type HeldItem } from './draft-saver'
import { openDraftStore } from './draft-store'
import type { Draft } from './drafts'
import { newMutationId } from './mutation-id'
import type { ServerClock } from './server-clock'

/** How long a save waits for this window's seat before it counts as not sent. */
const SEAT_WAIT_MS = 10_000

type ItemState = Pick<RoomItem, 'id' | 'response' | 'revision' | 'savedAt'>

/**
 * The drafts of an attempt, saved as they change and restored from the device where they had not arrived. `looked`:
 * the device has been asked; what is typed before would stand in the way of what it holds.
 */
export function useDrafts(
  attemptId: string,
  items: readonly ItemState[],
  clock: ServerClock,
  seat: RefObject<number | null>,
) {
  const [{ saver, store, isSeated }] = useState(() => {
    let isSeated = () => {}
    const seated = new Promise<void>((resolve) => {
      isSeated = resolve
    })
    const store = openDraftStore(attemptId, newMutationId())
    const saver = new DraftSaver({
      async send(itemId, mutation) {
        // Until this window has its seat, nothing can be saved from it.
        if (seat.current === null) await Promise.race([seated, pause(SEAT_WAIT_MS)])
        const taken = seat.current
        if (taken === null) return { kind: 'unreachable' }
        const reply = await sendSave(attemptId, itemId, taken, mutation)
        // Sent before this window took its seat back: to be sent again with the new number.
        return reply.kind === 'elsewhere' && seat.current !== taken ? { kind: 'unreachable' } : reply
      },
      newMutationId,
      keep: (itemId, pending) => void store.keep(itemId, pending).catch(() => undefined),
      now: () => performance.now(),
      serverTime: () => new Date(clock.now()).toISOString(),
      setTimer: (run, ms) => window.setTimeout(run, ms),
      clearTimer: (timer) => window.clearTimeout(timer as number),
    })
    for (const item of items) saver.add(item.id, item)
    return { saver, store, isSeated }
  })
  const drafts: ReadonlyMap<string, Draft> = useSyncExternalStore(saver.subscribe, saver.drafts, saver.drafts)
  const [restored, setRestored] = useState(false)
  const [looked, setLooked] = useState(false)

  useEffect(() => {
    let left = false
    const restore = async () => {
      const pending = await store.list().catch(() => [])
      if (left) return
      if (pending.map((each) => saver.restore(each)).some(Boolean)) setRestored(true)
      setLooked(true)
    }
    void restore()
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

  /** This window has the seat, and this is what the server holds. */
  const resume = useCallback(
    async (held: readonly HeldItem[]) => {
      const pending = await store.list().catch(() => null)
      if (saver.resume(held, pending)) setRestored(true)
      isSeated()
    },
    [saver, store, isSeated],
  )

  return { saver, drafts, restored, looked, resume }
}

const pause = (ms: number) => new Promise<void>((resolve) => window.setTimeout(resolve, ms))
