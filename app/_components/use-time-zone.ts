'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** The browser's time zone; null before the browser has taken over the page. */
export const useBrowserTimeZone = (): string | null =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  )
