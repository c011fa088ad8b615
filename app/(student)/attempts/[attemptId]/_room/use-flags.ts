'use client'

import { useState } from 'react'
import type { RoomItem } from '@/lib/use-cases/read-attempt'
import { sendFlag } from './attempt-api'

/** Problems that the student wants to come back to; a flag that does not arrive is taken down again. */
export function useFlags(attemptId: string, items: readonly Pick<RoomItem, 'id' | 'flagged'>[]) {
  const [flags, setFlags] = useState(
    () => new Set(items.filter((item) => item.flagged).map((item) => item.id)),
  )
  const turn = (itemId: string, on: boolean) =>
    setFlags((before) => {
      const after = new Set(before)
      if (on) after.add(itemId)
      else after.delete(itemId)
      return after
    })
  const toggle = (itemId: string) => {
    const flagged = !flags.has(itemId)
    turn(itemId, flagged)
    void sendFlag(attemptId, itemId, flagged).then((done) => done || turn(itemId, !flagged))
  }
  return { flags, toggle }
}
