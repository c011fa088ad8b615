import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { FindForm } from '@/app/_components/paging/find-form'
import { type ListQuery, listQuerySchema, pageOf, searchOf } from '@/app/_components/paging/list-query'
import { Pager } from '@/app/_components/paging/pager'
import { Card } from '@/app/_components/ui/card'
import { formatPoints } from '@/lib/exam/points'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { GiveTimeForm } from './_time/give-time-form'
import { attemptRows, sortAttempts } from './attempt-rows'
import { AttemptsTable } from './attempts-table'
import { ExamHeading } from './exam-heading'
import { StartCode } from './start-code'

interface Props {
  params: Promise<{ examId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

/** Names of absent students that are shown; the gradebook has the others. */
const ABSENT_SHOWN = 100

const load = cache(async (examId: string) => {
  const viewer = await requireStaff(`/teach/exams/${examId}`)
  return services().deps.exams.findTaughtExam({ examId, viewer })
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).examId)
  return { title: found?.exam.title[await getLocale()] ?? '' }
}

export default async function TaughtExamPage({ params, searchParams }: Props) {
  const found = await load((await params).examId)
  if (!found) notFound()
  const { exam, mayManage } = found
  const [t, tTime, locale, format] = await Promise.all([
    getTranslations('teach'),
    getTranslations('time'),
    getLocale(),
    getFormatter(),
  ])
  const asked = listQuerySchema.parse(await searchParams)
  // The latest start first, unless something else is asked for.
  const query: ListQuery = asked.sort === '' ? { ...asked, sort: 'startedAt', dir: 'desc' } : asked
  const rows = attemptRows(found, services().deps.clock.now(), format)
  const {
    rows: shown,
    page,
    pages,
  } = pageOf(sortAttempts(rows, query), query, (row) => `${row.name} ${row.email}`)
  const started = new Set(found.attempts.map((attempt) => attempt.student.id))
  const absent = found.students.filter((student) => !started.has(student.id))

  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="attempts" mayManage={mayManage} />
      {found.startCode !== null && <StartCode code={found.startCode} />}
      {mayManage && (
        <Card aria-labelledby="give-time" className="space-y-4">
          <h2 id="give-time" className="font-semibold text-lg">
            {tTime('title')}
          </h2>
          <p className="text-muted">{tTime('hint')}</p>
          <GiveTimeForm examId={exam.id} given={exam.extraMinutes} />
        </Card>
      )}
      <section className="space-y-3">
        <h2 className="font-semibold text-lg">{t('attempts')}</h2>
        {rows.length === 0 ? (
          <p className="text-muted">{t('noAttempts')}</p>
        ) : (
          <>
            <FindForm query={query} label={t('search')} />
            <AttemptsTable
              examId={exam.id}
              mayManage={mayManage}
              query={query}
              rows={shown}
              problems={exam.items.map((item) => ({
                position: item.position,
                title: item.title[locale],
                points: formatPoints(item.points),
              }))}
            />
            <Pager page={page} pages={pages} hrefOf={(to) => searchOf(query, { page: to })} />
          </>
        )}
      </section>
      {absent.length > 0 && (
        <section className="space-y-2">
          <h2 className="font-semibold text-lg">{t('notStarted')}</h2>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-muted">
            {absent.slice(0, ABSENT_SHOWN).map((student) => (
              <li key={student.id}>{student.name}</li>
            ))}
          </ul>
          {absent.length > ABSENT_SHOWN && (
            <Link
              href={`/teach/courses/${exam.course.id}/gradebook?exam=${exam.id}&state=not-started`}
              className="inline-flex min-h-11 items-center text-accent hover:underline"
            >
              {t('allAbsent', { count: absent.length })}
            </Link>
          )}
        </section>
      )}
    </div>
  )
}
