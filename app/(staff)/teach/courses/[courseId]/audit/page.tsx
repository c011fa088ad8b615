import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { CourseHeading } from '../course-heading'

interface Props {
  params: Promise<{ courseId: string }>
  searchParams: Promise<{ before?: string | string[] }>
}

const PAGE = 50
/** What staff does; words for each are in the messages. */
const actions = [
  'course-created',
  'exam-created',
  'exam-edited',
  'exam-published',
  'exam-unpublished',
  'exam-duplicated',
  'exam-version',
  'question-created',
  'question-published',
  'question-archived',
  'question-restored',
  'member-joined',
  'member-changed',
  'member-removed',
  'roster-applied',
  'invited',
  'invitation-revoked',
  'extra-time',
  'student-extra-time',
  'exception',
  'accommodation',
  'rules',
  'regrade-planned',
  'regrade-applying',
  'regrade-applied',
  'regrade-rolling-back',
  'regrade-rolled-back',
  'attempts-exported',
  'student-data-exported',
  'student-deleted',
  'student-anonymised',
] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

/** Everything that staff did in a course, newest first. */
export default async function AuditPage({ params, searchParams }: Props) {
  const { courseId } = await params
  const viewer = await requireStaff(`/teach/courses/${courseId}/audit`)
  const { before: asked } = await searchParams
  const time = typeof asked === 'string' ? new Date(asked) : null
  const before = time && !Number.isNaN(time.getTime()) ? time : null
  const found = await services().deps.people.audit({ courseId, viewer, before, limit: PAGE })
  if (!found) notFound()
  const [t, locale, format] = await Promise.all([getTranslations('audit'), getLocale(), getFormatter()])
  const words = (action: string): string => {
    const known = actions.find((each) => each === action)
    return known ? t(`action.${known}`) : action
  }
  const last = found.lines.at(-1)
  return (
    <div className="space-y-6">
      <CourseHeading course={found.course} here="audit" mayManage={found.mayManage} />
      <Card>
        {found.lines.length === 0 && <p className="text-muted">{t('empty')}</p>}
        <ol className="divide-y divide-line">
          {found.lines.map((line) => (
            <li key={line.id} className="space-y-1 py-3">
              <p>
                <span className="font-medium">{words(line.action)}</span>
                {line.exam && ` · ${line.exam[locale]}`}
              </p>
              <p className="text-muted text-sm">
                {format.dateTime(line.at, { dateStyle: 'medium', timeStyle: 'medium' })} · {line.by}
              </p>
              <details className="text-sm">
                <summary className="min-h-11 cursor-pointer py-2 text-accent">{t('details')}</summary>
                <pre className="overflow-x-auto rounded-lg bg-raised p-3">
                  {JSON.stringify(line.data, null, 2)}
                </pre>
              </details>
            </li>
          ))}
        </ol>
        {last && found.lines.length === PAGE && (
          <Link
            href={`/teach/courses/${courseId}/audit?before=${encodeURIComponent(last.at.toISOString())}`}
            className="inline-flex min-h-11 items-center text-accent hover:underline"
          >
            {t('older')}
          </Link>
        )}
      </Card>
    </div>
  )
}
