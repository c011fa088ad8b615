import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { NewCourse } from './courses/[courseId]/title-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teach'))('title') }
}

export default async function TeachPage() {
  const viewer = await requireStaff('/teach')
  const [t, tCourse, tReceipts, locale, courses] = await Promise.all([
    getTranslations('teach'),
    getTranslations('course'),
    getTranslations('receipts'),
    getLocale(),
    services().deps.exams.listTaught(viewer),
  ])
  return (
    <div className="space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <Button asChild>
          <Link href="/receipts">{tReceipts('link')}</Link>
        </Button>
      </div>
      {(viewer.isAdmin || courses.length > 0) && (
        <details className="rounded-xl border border-line bg-surface p-5">
          <summary className="cursor-pointer font-semibold">{tCourse('newCourse')}</summary>
          <div className="space-y-4 pt-4">
            <p className="text-muted">{tCourse('newCourseText')}</p>
            <NewCourse />
          </div>
        </details>
      )}
      {courses.length === 0 && <p className="text-muted">{t('empty')}</p>}
      {courses.map((course) => (
        <Card key={course.id} className="space-y-4">
          <div>
            <h2 className="font-semibold text-lg">
              <Link href={`/teach/courses/${course.id}`} className="text-accent hover:underline">
                {course.title[locale]}
              </Link>
            </h2>
            <p className="text-muted text-sm">
              {course.term} · {course.code} · {t('students', { count: course.students })}
            </p>
          </div>
          {course.exams.length === 0 && <p className="text-muted">{t('noExams')}</p>}
          <ul className="divide-y divide-line">
            {course.exams.map(({ exam, started, submitted, needsReview }) => (
              <li key={exam.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                <Link
                  href={`/teach/exams/${exam.id}`}
                  className="inline-flex min-h-11 items-center font-medium text-accent hover:underline"
                >
                  {exam.title[locale]}
                </Link>
                <dl className="flex gap-6 text-sm">
                  {(
                    [
                      ['started', started],
                      ['submitted', submitted],
                      ['review', needsReview],
                    ] as const
                  ).map(([key, count]) => (
                    <div key={key} className="text-center">
                      <dt className="text-muted">{t(key)}</dt>
                      <dd className="font-semibold text-lg tabular-nums">{count}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}
