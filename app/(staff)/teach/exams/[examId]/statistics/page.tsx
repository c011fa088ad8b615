import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { readStatistics } from '@/lib/use-cases/read-statistics'
import { ExamHeading } from '../exam-heading'
import { DiscriminationSection } from './discrimination-section'
import { FairnessSection } from './fairness-section'
import { ProblemSection } from './problem-section'
import { TotalsSection } from './totals-section'

interface Props {
  params: Promise<{ examId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('statistics'))('title') }
}

/** What an exam measured, how well, and whether its variants were fair; for everybody who teaches the course. */
export default async function StatisticsPage({ params }: Props) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/statistics`)
  const { deps, statisticsMemo } = services()
  const [view, taught, t] = await Promise.all([
    readStatistics(deps, statisticsMemo, { examId, viewer }),
    deps.terms.findManaged({ examId, viewer }),
    getTranslations('statistics'),
  ])
  if (!view) notFound()
  const { statistics, exam } = view
  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="statistics" mayManage={taught !== null} />
      {statistics.students === 0 ? (
        <Notice title={t('nothing')}>{t('nothingHint')}</Notice>
      ) : (
        <>
          {statistics.students < 30 && (
            <Notice tone="warn">{t('few', { count: statistics.students })}</Notice>
          )}
          {statistics.needsReview > 0 && (
            <Notice>{t('needsReview', { count: statistics.needsReview })}</Notice>
          )}
          {statistics.ungraded > 0 && (
            <Notice tone="warn">{t('ungraded', { count: statistics.ungraded })}</Notice>
          )}
          <TotalsSection statistics={statistics} />
          <FairnessSection view={view} />
          <DiscriminationSection view={view} />
          {statistics.problems.map((problem) => (
            <ProblemSection key={problem.slot} problem={problem} view={view} />
          ))}
        </>
      )}
    </div>
  )
}
