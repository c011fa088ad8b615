import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import type messages from '@/app/messages/en.json'
import { isId } from '@/lib/core/ids'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { CourseHeading } from '../course-heading'

interface Props {
  params: Promise<{ courseId: string }>
  searchParams: Promise<{ before?: string | string[] }>
}

const PAGE = 50
/** Where the next page begins: after the last line of this one. */
const cursorOf = ({ at, id }: { at: Date; id: string }): string => `${at.toISOString()}~${id}`

function readCursor(asked: string | string[] | undefined): { at: Date; id: string } | null {
  const [time = '', id = ''] = typeof asked === 'string' ? asked.split('~') : []
  const at = new Date(time)
  return Number.isNaN(at.getTime()) || !isId(id) ? null : { at, id }
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

/** Everything that staff did in a course, newest first. */
export default async function AuditPage({ params, searchParams }: Props) {
  const { courseId } = await params
  const viewer = await requireStaff(`/teach/courses/${courseId}/audit`)
  const { before: asked } = await searchParams
  const found = await services().deps.people.audit({
    courseId,
    viewer,
    before: readCursor(asked),
    limit: PAGE,
  })
  if (!found) notFound()
  const [t, locale, format] = await Promise.all([getTranslations('audit'), getLocale(), getFormatter()])
  const words = (action: string): string => {
    const key = `action.${action}` as `action.${keyof typeof messages.audit.action}`
    return t.has(key) ? t(key) : action
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
                {format.dateTime(line.at, 'exact')} · {line.by}
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
            href={`/teach/courses/${courseId}/audit?before=${encodeURIComponent(cursorOf(last))}`}
            className="inline-flex min-h-11 items-center text-accent hover:underline"
          >
            {t('older')}
          </Link>
        )}
      </Card>
    </div>
  )
}
