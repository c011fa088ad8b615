import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { CourseHeading } from '../../course-heading'
import { ImportForm } from './import-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bank.files'))('importTitle') }
}

/** Questions and an exam out of a file, for those who may change the course. */
export default async function ImportPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params
  const viewer = await requireStaff(`/teach/courses/${courseId}/questions/import`)
  const bank = await services().deps.bank.findBank({ courseId, viewer })
  if (!bank?.mayManage) notFound()
  const t = await getTranslations('bank.files')
  return (
    <div className="space-y-6">
      <CourseHeading course={bank.course} here="questions" mayManage />
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('importTitle')}</h2>
        <p className="text-muted">{t('importText')}</p>
        <ImportForm courseId={courseId} />
        <Link
          href={`/teach/courses/${courseId}/questions`}
          className="inline-flex min-h-11 items-center text-accent underline"
        >
          {t('back')}
        </Link>
      </Card>
    </div>
  )
}
