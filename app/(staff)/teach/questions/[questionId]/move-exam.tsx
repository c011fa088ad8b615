'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { useFormAction } from '@/app/_components/use-form-action'
import type { ExamUsing } from '@/lib/use-cases/question-bank'
import { moveExam } from './actions'

/** Lets an exam use the latest version, once it is said whom that touches. */
export function MoveExam({
  questionId,
  versionId,
  exam,
}: {
  questionId: string
  versionId: string
  exam: ExamUsing
}) {
  const t = useTranslations('bank.versions')
  const tBank = useTranslations('bank')
  const locale = useLocale()
  const { state, pending, form } = useFormAction(moveExam)
  const name = exam.title[locale]
  return (
    <form
      {...form}
      aria-label={name}
      className="space-y-2 rounded-lg border border-line p-4"
      aria-busy={pending}
    >
      <input type="hidden" name="questionId" value={questionId} />
      <input type="hidden" name="examId" value={exam.examId} />
      <input type="hidden" name="versionId" value={versionId} />
      <p className="font-medium">{name}</p>
      <p className="text-sm">{t('touches', { running: exam.running, finished: exam.finished })}</p>
      {exam.running > 0 && (
        <label className="flex min-h-11 items-center gap-3 text-sm">
          <input type="checkbox" name="evenIfRunning" value="1" className="size-5 shrink-0" />
          {t('evenIfRunning')}
        </label>
      )}
      <p role="status" className="text-bad text-sm">
        {state.status === 'refused' &&
          (state.refusal.kind === 'running' ? t('running') : tBank('notAllowed'))}
        {state.status === 'signed-out' && tBank('signedOut')}
      </p>
      <Button type="submit" size="small" className="min-h-11" disabled={pending}>
        {t('move')}
      </Button>
    </form>
  )
}
