import { ArrowLeft, Download } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { RemoveForm } from './remove-form'

interface Props {
  params: Promise<{ courseId: string; userId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('studentData'))('title') }
}

/** What a course keeps of one student: to hand over, or to remove; for those who may change the course. */
export default async function StudentDataPage({ params }: Props) {
  const { courseId, userId } = await params
  const viewer = await requireStaff(`/teach/courses/${courseId}/students/${userId}/data`)
  const student = await services().deps.exports.findStudent({ courseId, userId, viewer })
  if (!student) notFound()
  const [t, locale] = await Promise.all([getTranslations('studentData'), getLocale()])
  return (
    <div className="space-y-6">
      <Link href="/teach" className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {t('back')}
      </Link>
      <div>
        <p className="text-muted text-sm">{student.courseTitle[locale]}</p>
        <h1 className="font-bold text-2xl">{student.name}</h1>
        <p className="text-muted">{student.email}</p>
      </div>
      {student.attempts.length > 0 && (
        <section aria-labelledby="sheets" className="space-y-2">
          <h2 id="sheets" className="font-semibold text-lg">
            {t('sheets')}
          </h2>
          <ul>
            {student.attempts.map((attempt) => (
              <li key={attempt.id}>
                <Link
                  href={`/teach/attempts/${attempt.id}/sheet`}
                  className="inline-flex min-h-11 items-center text-accent underline"
                >
                  {t('sheet', { exam: attempt.examTitle[locale], number: attempt.number })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Card aria-labelledby="export" className="space-y-3">
        <h2 id="export" className="font-semibold text-lg">
          {t('export')}
        </h2>
        <p className="text-muted">{t('exportHint')}</p>
        <Button asChild>
          <a href={`/api/courses/${courseId}/students/${userId}/data.json?lang=${locale}`} download>
            <Download aria-hidden className="size-4" />
            {t('download')}
          </a>
        </Button>
      </Card>
      <Card aria-labelledby="remove" className="space-y-4">
        <h2 id="remove" className="font-semibold text-lg">
          {t('remove')}
        </h2>
        <RemoveForm courseId={courseId} userId={userId} name={student.name} />
      </Card>
    </div>
  )
}
