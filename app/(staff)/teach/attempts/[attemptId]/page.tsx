import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AttemptResultView } from '@/app/_components/attempt-result'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { readTaughtResult } from '@/lib/use-cases/read-result'
import { Suggestions } from './suggestions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('result'))('title') }
}

export default async function TaughtAttemptPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const { attemptId } = await params
  const viewer = await requireStaff(`/teach/attempts/${attemptId}`)
  const [result, t] = await Promise.all([
    readTaughtResult(services().deps, { attemptId, viewer }),
    getTranslations('result'),
  ])
  if (!result) notFound()
  return (
    <div className="space-y-6">
      <Link
        href={`/teach/exams/${result.exam.id}`}
        className="no-print inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t('backToAttempts')}
      </Link>
      <AttemptResultView result={result} audience="staff" />
      <Suggestions result={result} />
    </div>
  )
}
