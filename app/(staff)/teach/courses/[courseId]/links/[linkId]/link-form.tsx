'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { SelectInput } from '@/app/_components/ui/select-input'
import { useFormAction } from '@/app/_components/use-form-action'
import type { LinkView } from '@/lib/use-cases/platforms'
import { linkExam } from './actions'

export function LinkForm({ linkId, examId, exams }: Pick<LinkView, 'examId' | 'exams'> & { linkId: string }) {
  const t = useTranslations('lms.link')
  const locale = useLocale()
  const { state, pending, form } = useFormAction(linkExam)
  return (
    <form {...form} className="space-y-3" aria-busy={pending}>
      <input type="hidden" name="linkId" value={linkId} />
      <SelectInput
        label={t('exam')}
        name="examId"
        defaultValue={examId ?? exams[0]?.id ?? ''}
        options={exams.map(({ id, title }) => [id, title[locale]] as const)}
      />
      <Button type="submit" look="primary" disabled={pending}>
        {t('save')}
      </Button>
      <div role="status">
        {state.status === 'refused' && <Notice tone="bad">{t('notAllowed')}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{t('signedOut')}</Notice>}
      </div>
    </form>
  )
}
