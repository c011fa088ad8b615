import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { ExamHeading } from '../exam-heading'
import { PlanForm } from './plan-form'
import { StatusBadge } from './status-badge'

interface Props {
  params: Promise<{ examId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('regrade'))('title') }
}

/** Grading an exam's answers anew: a form for a dry run, and the runs so far; for those who may change the exam. */
export default async function RegradePage({ params }: Props) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/regrade`)
  const found = await services().deps.regrades.findExam({ examId, viewer })
  if (!found) notFound()
  const [t, format] = await Promise.all([getTranslations('regrade'), getFormatter()])
  const { exam, problems, runs } = found
  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="regrade" mayManage />
      <Card aria-labelledby="plan" className="space-y-4">
        <h2 id="plan" className="font-semibold text-lg">
          {t('plan')}
        </h2>
        <p className="text-muted">{t('planHint')}</p>
        {problems.length === 0 ? <p>{t('nothing')}</p> : <PlanForm examId={examId} problems={problems} />}
      </Card>
      {runs.length > 0 && (
        <section aria-labelledby="runs" className="space-y-3">
          <h2 id="runs" className="font-semibold text-lg">
            {t('runs')}
          </h2>
          <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
            {runs.map((run) => (
              <li
                key={run.id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3"
              >
                <div>
                  <Link
                    href={`/teach/exams/${examId}/regrade/${run.id}`}
                    className="font-medium text-accent underline"
                  >
                    {run.reason}
                  </Link>
                  <p className="text-muted text-sm">
                    {t(`policies.${run.policy}`)} · {run.byName} · {format.dateTime(run.createdAt, 'moment')}
                  </p>
                </div>
                <StatusBadge status={run.status} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
