'use client'

import { useSyncExternalStore } from 'react'

/** Whether the server has refused what this page sent last because it does not come from Safe Exam Browser. */
let outside = false
const listeners = new Set<() => void>()

/** Notes what an answer of the server says of it. */
export function noteSeb({ status, json }: { readonly status: number; readonly json: unknown }): void {
  const refused = isOutsideSeb({ status, json })
  if (refused === outside) return
  outside = refused
  for (const listener of listeners) listener()
}

export const isOutsideSeb = ({
  status,
  json,
}: {
  readonly status: number
  readonly json: unknown
}): boolean =>
  status === 403 &&
  typeof json === 'object' &&
  json !== null &&
  'error' in json &&
  json.error === 'safe-exam-browser'

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useOutsideSeb = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => outside,
    () => false,
  )
