'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

/**
 * Where in the exam: kept here and mirrored in the address, so that reload and the back button keep the place, and
 * moving about waits neither for the network nor for the router.
 */
export function usePlace(beforeLeaving: () => void) {
  const [place, setPlace] = useState(useSearchParams().get('at') ?? '1')
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = () => setPlace(new URL(window.location.href).searchParams.get('at') ?? '1')
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const go = (to: string) => {
    beforeLeaving()
    setPlace(to)
    window.history.pushState(null, '', `?at=${to}`)
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }
  return { place, heading, go }
}
