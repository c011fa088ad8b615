import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { readRegrade } from '@/lib/use-cases/regrade'
import { isAtWork } from '@/lib/use-cases/regrade-store'
import { ExamHeading } from '../../exam-heading'
import { StatusBadge } from '../status-badge'
import { ApplyForm, RollBackForm } from './move-forms'
import { Progress } from './progress'
import { ChangedStudents, Report } from './report'

interface Props {
  params: Promise<{ examId: string; runId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('regrade'))('title') }
}

/** One regrade: what it would do or has done, and the next step. */
export default async function RegradeRunPage({ params }: Props) {
  const { examId, runId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/regrade/${runId}`)
  const view = await readRegrade(services().deps, { runId, viewer })
  if (!view || view.run.examId !== examId) notFound()
  const [t, format] = await Promise.all([getTranslations('regrade'), getFormatter()])
  const { run, exam, counts } = view
  const at = (date: Date) => format.dateTime(date, 'moment')
  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="regrade" mayManage />
      <Link
        href={`/teach/exams/${examId}/regrade`}
        className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t('backToRuns')}
      </Link>
      <Card aria-labelledby="run" className="space-y-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="run" className="font-semibold text-lg">
            {run.reason}
          </h2>
          <StatusBadge status={run.status} />
        </div>
        <p className="text-muted text-sm">
          {t(`policies.${run.policy}`)} · {t('slots', { slots: run.slots.join(', ') })} · {run.byName} ·{' '}
          {at(run.createdAt)}
        </p>
        {run.appliedAt && <p className="text-sm">{t('appliedAt', { when: at(run.appliedAt) })}</p>}
        {run.rolledBackAt && (
          <p className="text-sm">
            {t('rolledBackAt', { when: at(run.rolledBackAt), reason: run.rollBackReason ?? '' })}
          </p>
        )}
        {isAtWork(run.status) && <Progress done={run.done} total={run.total} />}
      </Card>
      {run.status === 'planned' && counts.changed === 0 && <Notice tone="good">{t('noChange')}</Notice>}
      {counts.manual > 0 && <Notice>{t('manual', { count: counts.manual })}</Notice>}
      {counts.defect > 0 && <Notice tone="bad">{t('defect', { count: counts.defect })}</Notice>}
      {counts.changedSince > 0 && (
        <Notice tone="warn">{t('changedSince', { count: counts.changedSince })}</Notice>
      )}
      {run.status !== 'planning' && <Report view={view} />}
      {run.status === 'planned' && <ApplyForm runId={runId} changed={counts.changed} />}
      {run.status === 'applied' && <RollBackForm runId={runId} />}
      {run.status !== 'planning' && <ChangedStudents view={view} />}
    </div>
  )
}
