'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface DialogProps {
  title: string
  description: string
  closeLabel: string
  /** Id of what the focus goes to afterwards. */
  returnTo: string
  onClose: () => void
  children: ReactNode
}

/** Something to do about one thing of a list, over the list. Open for as long as it is drawn. */
export function Dialog({ title, description, closeLabel, returnTo, onClose, children }: DialogProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Radix.Content
          className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[90dvh] max-w-lg -translate-y-1/2 space-y-4 overflow-y-auto rounded-xl border border-line bg-surface p-5 sm:p-6"
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            document.getElementById(returnTo)?.focus()
          }}
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
            <Radix.Close
              aria-label={closeLabel}
              className="-mt-2 -mr-2 inline-flex size-11 shrink-0 items-center justify-center rounded-lg hover:bg-raised"
            >
              <X aria-hidden className="size-5" />
            </Radix.Close>
          </div>
          <Radix.Description className="text-muted">{description}</Radix.Description>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
