import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { cx } from '@/app/_components/ui/cx'
import type { ExamRecord } from '@/lib/use-cases/records'

type Place = 'attempts' | 'review' | 'build' | 'rules' | 'people' | 'statistics' | 'regrade' | 'export'

/** Title of an exam for its staff, and the ways between its pages; some are for managers alone. */
export async function ExamHeading({
  exam,
  here,
  mayManage,
}: {
  exam: ExamRecord
  here: Place
  mayManage: boolean
}) {
  const [t, tTeach, locale] = await Promise.all([
    getTranslations('terms.pages'),
    getTranslations('teach'),
    getLocale(),
  ])
  const all = [
    ['attempts', `/teach/exams/${exam.id}`, 'staff'],
    ['review', `/teach/exams/${exam.id}/review`, 'managers'],
    ['build', `/teach/exams/${exam.id}/build`, 'managers'],
    ['rules', `/teach/exams/${exam.id}/rules`, 'managers'],
    ['people', `/teach/exams/${exam.id}/people`, 'managers'],
    ['statistics', `/teach/exams/${exam.id}/statistics`, 'staff'],
    ['regrade', `/teach/exams/${exam.id}/regrade`, 'managers'],
    ['export', `/teach/exams/${exam.id}/export`, 'staff'],
  ] as const
  const pages = all.filter(([, , who]) => mayManage || who === 'staff')
  return (
    <div className="space-y-4">
      <Link
        href={`/teach/courses/${exam.course.id}`}
        className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {tTeach('backToCourse')}
      </Link>
      <div>
        <p className="text-muted text-sm">
          {exam.course.title[locale]} · {exam.course.term}
        </p>
        <h1 className="font-bold text-2xl">{exam.title[locale]}</h1>
      </div>
      <nav aria-label={t('label')} className="flex flex-wrap gap-1 border-line border-b">
        {pages.map(([place, href]) => (
          <Link
            key={place}
            href={href}
            aria-current={place === here ? 'page' : undefined}
            className={cx(
              '-mb-px inline-flex min-h-11 items-center border-b-2 px-3',
              place === here
                ? 'border-accent font-semibold text-accent'
                : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {t(place)}
          </Link>
        ))}
      </nav>
    </div>
  )
}
