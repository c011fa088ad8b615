import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_components/ui/notice'

/** That nothing of this counts, and the way back to the exam's own page. */
export function PreviewNotice({ examId }: { examId: string }) {
  const t = useTranslations('builder')
  return (
    <Notice tone="info" title={t('isPreview')}>
      <Link href={`/teach/exams/${examId}/build`} className="underline">
        {t('backToBuilder')}
      </Link>
    </Notice>
  )
}
