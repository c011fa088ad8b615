'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { sendSubmit } from './attempt-api'
import type { DraftSaver } from './draft-saver'
import { isUnsaved } from './drafts'

/** Handing in by hand and at time-up, and leaving for the result once the attempt is closed. */
export function useHandIn(attemptId: string, saver: DraftSaver, isOver: boolean) {
  const router = useRouter()
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  const toResult = () => router.replace(`/attempts/${attemptId}/result`)

  const submit = async () => {
    setState('working')
    await saver.flushAll()
    // What could not be saved is not handed in behind the student's back.
    const unsaved = [...saver.drafts().values()].some(isUnsaved)
    if (unsaved || !(await sendSubmit(attemptId))) return setState('failed')
    toResult()
  }

  const handInAtTimeUp = useEffectEvent(async () => {
    await saver.flushAll()
    // The server closes by itself a little later; if this does not arrive, nothing is lost.
    if (await sendSubmit(attemptId)) toResult()
  })
  useEffect(() => {
    if (isOver) void handInAtTimeUp()
  }, [isOver])

  /** Closed from elsewhere: what is still unsent is sent first, since the server keeps it for the instructor. */
  const closed = async () => {
    await saver.flushAll()
    toResult()
  }
  return { state, submit, closed }
}
