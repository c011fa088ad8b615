'use client'

import { useSearchParams } from 'next/navigation'
import { useRef } from 'react'

/** Where in the exam: in the address, so that reload and the back button keep the place. */
export function usePlace(beforeLeaving: () => void) {
  const place = useSearchParams().get('at') ?? '1'
  const heading = useRef<HTMLDivElement>(null)
  const go = (to: string) => {
    beforeLeaving()
    window.history.pushState(null, '', `?at=${to}`)
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }
  return { place, heading, go }
}
