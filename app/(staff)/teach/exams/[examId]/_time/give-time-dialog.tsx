'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { GiveTimeForm } from './give-time-form'

interface GiveTimeDialogProps {
  examId: string
  student: { readonly id: string; readonly name: string; readonly given: number }
  /** Where the focus goes afterwards. */
  returnTo: string
  onClose: () => void
}

/** Time for one student, over the table in which the student was chosen. */
export function GiveTimeDialog({ examId, student, returnTo, onClose }: GiveTimeDialogProps) {
  const t = useTranslations('time')
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content
          className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[90dvh] max-w-lg -translate-y-1/2 space-y-4 overflow-y-auto rounded-xl border border-line bg-surface p-5 sm:p-6"
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            document.getElementById(returnTo)?.focus()
          }}
        >
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="font-semibold text-lg">
              {t('forStudent', { name: student.name })}
            </Dialog.Title>
            <Dialog.Close
              aria-label={t('close')}
              className="-mt-2 -mr-2 inline-flex size-11 shrink-0 items-center justify-center rounded-lg hover:bg-raised"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </div>
          <Dialog.Description className="text-muted">{t('forStudentHint')}</Dialog.Description>
          <GiveTimeForm examId={examId} userId={student.id} given={student.given} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
