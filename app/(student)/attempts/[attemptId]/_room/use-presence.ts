'use client'

import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { SIGN_OF_LIFE_MS } from '@/lib/exam/live'
import { sendPresence } from './attempt-api'

/** Moving through the problems quickly is one word, not many. */
const SETTLE_MS = 400
/** How often is looked whether a word is due. */
const LOOK_MS = 1_000

/** Tells the server where the student is and that the page lives, for the staff who watch the room. */
export function usePresence(
  attemptId: string,
  seat: RefObject<number | null>,
  here: {
    /** Another window is at work, or the exam is over: nothing is told. */
    readonly silent: boolean
    /** Position of the problem on view, 0 before handing in. */
    readonly place: number
    /** Problems whose changes could not be saved so far. */
    readonly unsaved: number
  },
) {
  const toldAt = useRef(Number.NEGATIVE_INFINITY)
  const told = useRef('')
  const tell = useEffectEvent(() => {
    const words = `${here.place} ${here.unsaved}`
    const due = told.current !== words || performance.now() - toldAt.current >= SIGN_OF_LIFE_MS
    if (here.silent || seat.current === null || !due) return
    toldAt.current = performance.now()
    told.current = words
    void sendPresence(attemptId, { seat: seat.current, place: here.place, unsaved: here.unsaved })
  })
  useEffect(() => {
    const looking = window.setInterval(tell, LOOK_MS)
    return () => window.clearInterval(looking)
  }, [])
  const { place, unsaved } = here
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told is read when it is told
  useEffect(() => {
    const settled = window.setTimeout(tell, SETTLE_MS)
    return () => window.clearTimeout(settled)
  }, [place, unsaved])
}
