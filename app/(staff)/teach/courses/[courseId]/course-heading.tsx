import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { cx } from '@/app/_components/ui/cx'
import type { Localized } from '@/lib/core/localized'

interface CourseHeadingProps {
  course: { readonly id: string; readonly title: Localized; readonly code: string; readonly term: string }
  here: 'exams' | 'questions' | 'people' | 'audit'
  /** Whether the viewer may change the course: others do not see its people. */
  mayManage: boolean
}

/** Title of a course for its staff, and the ways between its pages. */
export async function CourseHeading({ course, here, mayManage }: CourseHeadingProps) {
  const [t, tTeach, locale] = await Promise.all([
    getTranslations('course'),
    getTranslations('teach'),
    getLocale(),
  ])
  const pages = [
    ['exams', `/teach/courses/${course.id}`],
    ['questions', `/teach/courses/${course.id}/questions`],
    ...(mayManage ? ([['people', `/teach/courses/${course.id}/people`]] as const) : []),
    ['audit', `/teach/courses/${course.id}/audit`],
  ] as const
  return (
    <div className="space-y-4">
      <Link href="/teach" className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {tTeach('back')}
      </Link>
      <div>
        <p className="text-muted text-sm">
          {course.term} · {course.code}
        </p>
        <h1 className="font-bold text-2xl">{course.title[locale]}</h1>
      </div>
      <nav aria-label={t('pages')} className="flex flex-wrap gap-1 border-line border-b">
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
