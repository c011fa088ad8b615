'use client'

import { useState, useSyncExternalStore } from 'react'

const KEY = 'quizgrad-notices-read'

function stored(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

const nothingToHear = () => () => undefined

/** Which notices were put aside in this window, kept over a reload. */
export function useReadNotices() {
  const [now, setNow] = useState<readonly string[]>([])
  const before = useSyncExternalStore(nothingToHear, storedText, () => '[]')
  const read = new Set([...(JSON.parse(before) as string[]), ...now])
  const putAside = (id: string) => {
    setNow((ids) => [...ids, id])
    try {
      window.sessionStorage.setItem(KEY, JSON.stringify([...stored(), id].slice(-100)))
    } catch {
      // Without storage it comes back after a reload; nothing is lost.
    }
  }
  return { read, putAside }
}

const storedText = (): string => JSON.stringify(stored())
