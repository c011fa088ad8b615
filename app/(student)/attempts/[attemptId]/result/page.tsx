import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { AttemptResultView } from '@/app/_components/attempt-result'
import { LeaveSeb } from '@/app/_components/seb/leave-seb'
import { services } from '@/lib/server/services'
import { requirePerson } from '@/lib/server/viewer'
import { readOwnResult } from '@/lib/use-cases/read-result'
import { PreviewNotice } from '../preview-notice'
import { Leftovers } from './leftovers'
import { RequestForm } from './request-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('result'))('title') }
}

export default async function ResultPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const { attemptId } = await params
  const viewer = await requirePerson(`/attempts/${attemptId}/result`)
  const [result, t, tRoom, locale, format] = await Promise.all([
    readOwnResult(services().deps, { attemptId, userId: viewer.id }),
    getTranslations('result'),
    getTranslations('room'),
    getLocale(),
    getFormatter(),
  ])
  if (!result) notFound()
  const options = result.items.flatMap((item) =>
    (item.grade?.parts ?? []).flatMap((part) => {
      const words = `${tRoom('problem', { number: item.position })}: ${part.title[locale]}`
      return [
        [`${item.id}|${part.id}|`, words] as const,
        ...(part.criteria ?? []).map(
          ({ id, title }) => [`${item.id}|${part.id}|${id}`, `${words}: ${title[locale]}`] as const,
        ),
      ]
    }),
  )
  return (
    <div className="space-y-6">
      {result.isPreview ? (
        <PreviewNotice examId={result.exam.id} />
      ) : (
        <Link
          href={`/exams/${result.exam.id}`}
          className="no-print inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t('backToExam')}
        </Link>
      )}
      {result.exam.needsSafeExamBrowser && !result.isPreview && <LeaveSeb examId={result.exam.id} />}
      <Leftovers attemptId={result.attemptId} />
      <AttemptResultView result={result} audience="student" />
      {result.requestsUntil !== null && options.length > 0 && (
        <RequestForm
          attemptId={result.attemptId}
          until={format.dateTime(result.requestsUntil, 'moment')}
          options={options}
        />
      )}
    </div>
  )
}
