'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/app/_components/ui/dialog'
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
    <Dialog
      title={t('forStudent', { name: student.name })}
      description={t('forStudentHint')}
      closeLabel={t('close')}
      returnTo={returnTo}
      onClose={onClose}
    >
      <GiveTimeForm examId={examId} userId={student.id} given={student.given} />
    </Dialog>
  )
}
