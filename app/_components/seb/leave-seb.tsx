import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { QUIT_PATH } from '@/lib/exam/seb/names'

/** Safe Exam Browser ends at this address, which has to be asked for as a page. */
export function LeaveSeb({ examId }: { examId: string }) {
  const t = useTranslations('seb')
  return (
    <Button asChild className="no-print">
      <a href={`/exams/${examId}/${QUIT_PATH}`}>{t('leave')}</a>
    </Button>
  )
}
