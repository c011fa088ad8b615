'use client'

import { useEffect, useState } from 'react'

const PAUSE_MS = 1200

/** Tells screen readers something once typing has paused, so that they are not interrupted at every key. */
export function QuietStatus({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  // What stands there when the page opens is read with the field itself.
  const [first] = useState(text)
  const [changed, setChanged] = useState(false)
  if (!changed && text !== first) setChanged(true)

  useEffect(() => {
    if (!changed) return
    const timer = setTimeout(() => setSaid(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [changed, text])

  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  )
}
