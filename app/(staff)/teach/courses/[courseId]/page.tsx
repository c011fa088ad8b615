import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Badge } from '@/app/_components/ui/badge'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { CourseHeading } from './course-heading'
import { EditCourse, NewExam } from './title-form'

interface Props {
  params: Promise<{ courseId: string }>
}

const load = cache(async (courseId: string) => {
  const viewer = await requireStaff(`/teach/courses/${courseId}`)
  return services().deps.builder.findCourse({ courseId, viewer })
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).courseId)
  return { title: found?.course.title[await getLocale()] ?? '' }
}

export default async function CoursePage({ params }: Props) {
  const found = await load((await params).courseId)
  if (!found) notFound()
  const [t, locale, format] = await Promise.all([getTranslations('course'), getLocale(), getFormatter()])
  const now = services().deps.clock.now()
  return (
    <div className="space-y-6">
      <CourseHeading course={found.course} here="exams" mayManage={found.mayManage} />
      <Card>
        {found.exams.length === 0 && <p className="text-muted">{t('noExams')}</p>}
        <ul className="divide-y divide-line">
          {found.exams.map((exam) => (
            <li key={exam.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
              <div>
                <Link
                  href={`/teach/exams/${exam.id}${exam.publishedAt || !found.mayManage ? '' : '/build'}`}
                  className="inline-flex min-h-11 items-center font-medium text-accent hover:underline"
                >
                  {exam.title[locale]}
                </Link>
                <p className="text-muted text-sm">
                  {[
                    exam.opensAt && t('opens', { at: format.dateTime(exam.opensAt, 'date') }),
                    t('attempts', { count: exam.attempts }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {exam.publishedAt === null ? (
                <Badge tone="warn">{t('unpublished')}</Badge>
              ) : exam.closesAt && exam.closesAt < now ? (
                <Badge>{t('over')}</Badge>
              ) : (
                <Badge tone="good">{t('published')}</Badge>
              )}
            </li>
          ))}
        </ul>
      </Card>
      {found.mayManage && (
        <>
          <Card className="space-y-4">
            <h2 className="font-semibold text-lg">{t('newExam')}</h2>
            <p className="text-muted">{t('newExamText')}</p>
            <NewExam courseId={found.course.id} />
          </Card>
          <Card>
            <details>
              <summary className="min-h-11 cursor-pointer py-2 font-semibold text-lg">{t('edit')}</summary>
              <div className="pt-3">
                <EditCourse course={found.course} />
              </div>
            </details>
          </Card>
        </>
      )}
    </div>
  )
}
