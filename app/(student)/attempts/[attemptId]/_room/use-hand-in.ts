'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { sendSubmit } from './attempt-api'
import type { DraftSaver } from './draft-saver'
import { isUnsaved } from './drafts'

/** Handing in by hand and at time-up, and leaving for the result once the attempt is closed. */
export function useHandIn(
  attemptId: string,
  saver: DraftSaver,
  { isOver, unsaved }: { isOver: boolean; unsaved: boolean },
) {
  const router = useRouter()
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  const toResult = () => router.replace(`/attempts/${attemptId}/result`)

  const submit = async () => {
    setState('working')
    await saver.flushAll()
    // What could not be saved is not handed in behind the student's back.
    const missing = [...saver.drafts().values()].some(isUnsaved)
    if (missing || !(await sendSubmit(attemptId))) return setState('failed')
    toResult()
  }

  const handInAtTimeUp = useEffectEvent(async () => {
    await saver.flushAll()
    // What was typed in time still counts while the grace lasts: handed in once it has arrived.
    if ([...saver.drafts().values()].some(isUnsaved)) return
    // The server closes by itself a little later; if this does not arrive, nothing is lost.
    if (await sendSubmit(attemptId)) toResult()
  })
  const turn = isOver ? (unsaved ? 'over, not all saved' : 'over') : 'at work'
  useEffect(() => {
    if (turn !== 'at work') void handInAtTimeUp()
  }, [turn])

  /** Closed from elsewhere: what is still unsent is sent first, since the server keeps it for the instructor. */
  const closed = async () => {
    await saver.flushAll()
    toResult()
  }
  return { state, submit, closed }
}
