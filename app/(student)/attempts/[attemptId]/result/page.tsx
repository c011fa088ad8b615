import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AttemptResultView } from '@/app/_components/attempt-result'
import { services } from '@/lib/server/services'
import { requirePerson } from '@/lib/server/viewer'
import { readOwnResult } from '@/lib/use-cases/read-result'
import { PreviewNotice } from '../preview-notice'
import { Leftovers } from './leftovers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('result'))('title') }
}

export default async function ResultPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const { attemptId } = await params
  const viewer = await requirePerson(`/attempts/${attemptId}/result`)
  const [result, t] = await Promise.all([
    readOwnResult(services().deps, { attemptId, userId: viewer.id }),
    getTranslations('result'),
  ])
  if (!result) notFound()
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
      <Leftovers attemptId={result.attemptId} />
      <AttemptResultView result={result} audience="student" />
    </div>
  )
}
