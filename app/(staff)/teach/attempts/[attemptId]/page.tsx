import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AttemptResultView } from '@/app/_components/attempt-result'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { readTaughtResult } from '@/lib/use-cases/read-result'
import { AttemptHistory } from './attempt-history'
import { type Choice, OverrideForm } from './override-form'
import { ReopenForm } from './reopen-form'
import { Suggestions } from './suggestions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('result'))('title') }
}

export default async function TaughtAttemptPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const { attemptId } = await params
  const viewer = await requireStaff(`/teach/attempts/${attemptId}`)
  const { deps } = services()
  const [result, t, tReview, tRoom, locale] = await Promise.all([
    readTaughtResult(deps, { attemptId, viewer }),
    getTranslations('result'),
    getTranslations('review.override'),
    getTranslations('room'),
    getLocale(),
  ])
  if (!result) notFound()
  const { id: examId } = result.exam
  const mayGrade = result.closedAt !== null && (await deps.reviews.mayGrade({ examId, viewer }))
  const mayManage = (await deps.terms.findManaged({ examId, viewer })) !== null
  const targets = result.items.map(({ id: itemId }) => ({
    itemId,
    gradeId: result.history.items.find((each) => each.itemId === itemId)?.grades.at(-1)?.id ?? null,
  }))
  const choices: Choice[] = [
    ...result.items.flatMap((item, i) => {
      const target = targets.slice(i, i + 1)
      const problem = tRoom('problem', { number: item.position })
      return [
        { words: `${problem}: ${tReview('whole')}`, part: '', targets: target },
        ...(item.grade?.parts ?? []).map(({ id, title }) => ({
          words: `${problem}: ${title[locale]}`,
          part: id,
          targets: target,
        })),
      ]
    }),
    { words: tReview('attempt'), part: '', targets },
  ]
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
      {mayGrade && <OverrideForm choices={choices} />}
      {mayManage && <ReopenForm attemptId={attemptId} closed={result.closedAt !== null} />}
      <AttemptHistory history={result.history} items={result.items} />
    </div>
  )
}
