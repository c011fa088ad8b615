'use client'

import { Archive, ArchiveRestore, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { useFormAction } from '@/app/_components/use-form-action'
import { archive, copy } from './actions'

export function QuestionTools({ questionId, archived }: { questionId: string; archived: boolean }) {
  const t = useTranslations('bank')
  const copying = useFormAction(copy)
  const archiving = useFormAction(archive)
  return (
    <div className="flex flex-wrap gap-3">
      <form {...copying.form}>
        <input type="hidden" name="questionId" value={questionId} />
        <Button type="submit" disabled={copying.pending}>
          <Copy aria-hidden className="size-4" />
          {t('copy')}
        </Button>
      </form>
      <form {...archiving.form}>
        <input type="hidden" name="questionId" value={questionId} />
        <input type="hidden" name="archived" value={archived ? '0' : '1'} />
        <Button type="submit" disabled={archiving.pending}>
          {archived ? (
            <ArchiveRestore aria-hidden className="size-4" />
          ) : (
            <Archive aria-hidden className="size-4" />
          )}
          {archived ? t('restore') : t('archive')}
        </Button>
      </form>
    </div>
  )
}
