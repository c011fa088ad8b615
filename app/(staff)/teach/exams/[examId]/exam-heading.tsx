import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { cx } from '@/app/_components/ui/cx'
import type { ExamRecord } from '@/lib/use-cases/records'

type Place = 'attempts' | 'review' | 'rules' | 'people'

/** Title of an exam for its staff, and the ways between its pages; only managers have more than one. */
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
  const pages = [
    ['attempts', `/teach/exams/${exam.id}`],
    ['review', `/teach/exams/${exam.id}/review`],
    ['rules', `/teach/exams/${exam.id}/rules`],
    ['people', `/teach/exams/${exam.id}/people`],
  ] as const
  return (
    <div className="space-y-4">
      <Link href="/teach" className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {tTeach('back')}
      </Link>
      <div>
        <p className="text-muted text-sm">
          {exam.course.title[locale]} · {exam.course.term}
        </p>
        <h1 className="font-bold text-2xl">{exam.title[locale]}</h1>
      </div>
      {mayManage && (
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
      )}
    </div>
  )
}
