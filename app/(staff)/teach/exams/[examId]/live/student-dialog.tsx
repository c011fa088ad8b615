'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/app/_components/ui/dialog'
import { isOpen, type LiveRow, liveState } from '@/lib/exam/live'
import { ReopenForm } from '../../../attempts/[attemptId]/reopen-form'
import { GiveTimeForm } from '../_time/give-time-form'
import { CloseForm } from './close-form'
import { NoticeForm } from './notice-form'

interface StudentDialogProps {
  examId: string
  row: LiveRow
  now: Date
  returnTo: string
  onClose: () => void
}

/** All that can be done for one student during an exam. */
export function StudentDialog({ examId, row, now, returnTo, onClose }: StudentDialogProps) {
  const t = useTranslations('live')
  const { attempt } = row
  const open = isOpen(liveState(row, now))
  return (
    <Dialog
      title={row.name}
      description={t(`states.${liveState(row, now)}`)}
      closeLabel={t('dialog.close')}
      returnTo={returnTo}
      onClose={onClose}
    >
      {attempt && (
        <Link
          href={`/teach/attempts/${attempt.id}`}
          className="inline-block min-h-11 py-2 text-accent underline"
        >
          {t('dialog.attempt')}
        </Link>
      )}
      <GiveTimeForm examId={examId} userId={row.userId} given={attempt?.given ?? 0} />
      <NoticeForm examId={examId} userId={row.userId} />
      {attempt && open && <CloseForm examId={examId} attemptId={attempt.id} />}
      {attempt && (attempt.closedAt !== null || !open) && (
        <ReopenForm attemptId={attempt.id} closed={attempt.closedAt !== null} />
      )}
    </Dialog>
  )
}
