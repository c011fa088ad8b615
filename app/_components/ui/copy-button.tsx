'use client'

import { Copy } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from './button'

interface CopyButtonProps {
  text: string
  label: ReactNode
  copied: string
  /** Said where the browser refuses, for instance without https. */
  failed: string
}

export function CopyButton({ text, label, copied, failed }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = () =>
    // Without https there is no clipboard at all.
    (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => setState('copied'),
      () => setState('failed'),
    )
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <Button onClick={() => void copy()}>
        <Copy aria-hidden className="size-4" />
        {label}
      </Button>
      <span role="status" className="text-muted text-sm">
        {state === 'copied' ? copied : state === 'failed' ? failed : ''}
      </span>
    </span>
  )
}
