import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { CourseHeading } from '../../course-heading'
import { LinkForm } from './link-form'

interface Props {
  params: Promise<{ courseId: string; linkId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lms.link'))('title') }
}

/** Which exam a link of the LMS opens, for those who may change the course. */
export default async function LinkPage({ params }: Props) {
  const { courseId, linkId } = await params
  const viewer = await requireStaff(`/teach/courses/${courseId}/links/${linkId}`)
  const link = await services().deps.platforms.findLink({ linkId, viewer })
  if (!link || link.course.id !== courseId) notFound()
  const t = await getTranslations('lms.link')
  return (
    <div className="space-y-6">
      <CourseHeading course={link.course} here="exams" mayManage />
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        <p className="text-muted">{t('text', { title: link.title })}</p>
        {link.exams.length === 0 ? (
          <p>{t('noExams')}</p>
        ) : (
          <LinkForm linkId={link.id} examId={link.examId} exams={link.exams} />
        )}
      </Card>
    </div>
  )
}
