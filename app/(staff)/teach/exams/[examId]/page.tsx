import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { attemptState } from '@/lib/exam/attempt'
import { formatPoints } from '@/lib/exam/points'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import type { TaughtAttemptRow } from '@/lib/use-cases/deps'
import { type AttemptRow, AttemptsTable } from './attempts-table'

interface Props {
  params: Promise<{ examId: string }>
}

const load = cache(async (examId: string) => {
  const viewer = await requireStaff(`/teach/exams/${examId}`)
  return services().deps.exams.findTaughtExam({ examId, viewer })
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).examId)
  return { title: found?.exam.title[await getLocale()] ?? '' }
}

export default async function TaughtExamPage({ params }: Props) {
  const found = await load((await params).examId)
  if (!found) notFound()
  const [t, locale, format] = await Promise.all([getTranslations('teach'), getLocale(), getFormatter()])
  const now = services().deps.clock.now()
  const started = new Set(found.attempts.map((attempt) => attempt.student.id))
  const absent = found.students.filter((student) => !started.has(student.id))

  const stateWord = (attempt: TaughtAttemptRow): string => {
    const state = attemptState(attempt, now)
    if (state === 'closed') return t(`closed.${attempt.closeReason ?? 'submitted'}`)
    return state === 'expired' ? t('expired') : t('working')
  }
  const rows: AttemptRow[] = found.attempts.map((attempt) => {
    const awarded = attempt.items.map((item) => item.awarded)
    const total = awarded.reduce<number | null>(
      (sum, points) => (sum === null || points === null ? null : sum + points),
      0,
    )
    return {
      attemptId: attempt.attemptId,
      name: attempt.student.name,
      email: attempt.student.email ?? '',
      number: attempt.number,
      state: stateWord(attempt),
      startedAt: attempt.startedAt.getTime(),
      startedWords: format.dateTime(attempt.startedAt, { dateStyle: 'short', timeStyle: 'short' }),
      items: attempt.items.map((item) => ({
        awarded: item.awarded,
        review: item.status === 'needs-review',
      })),
      total,
    }
  })

  return (
    <div className="space-y-6">
      <Link href="/teach" className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {t('back')}
      </Link>
      <div>
        <p className="text-muted text-sm">
          {found.exam.course.title[locale]} · {found.exam.course.term}
        </p>
        <h1 className="font-bold text-2xl">{found.exam.title[locale]}</h1>
      </div>
      <section className="space-y-3">
        <h2 className="font-semibold text-lg">{t('attempts')}</h2>
        {rows.length === 0 ? (
          <p className="text-muted">{t('noAttempts')}</p>
        ) : (
          <AttemptsTable
            rows={rows}
            problems={found.exam.items.map((item) => ({
              position: item.position,
              title: item.title[locale],
              points: formatPoints(item.points),
            }))}
          />
        )}
      </section>
      {absent.length > 0 && (
        <section className="space-y-2">
          <h2 className="font-semibold text-lg">{t('notStarted')}</h2>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-muted">
            {absent.map((student) => (
              <li key={student.id}>{student.name}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
