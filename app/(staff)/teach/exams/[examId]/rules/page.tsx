import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { ExamHeading } from '../exam-heading'
import { RulesForm } from './rules-form'
import { SebForm } from './seb-form'

interface Props {
  params: Promise<{ examId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('title') }
}

/** All rules of delivery of one exam; for those who may change them. */
export default async function RulesPage({ params }: Props) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/rules`)
  const { terms, exams } = services().deps
  const managed = await terms.findManaged({ examId, viewer })
  const taught = managed && (await exams.findTaughtExam({ examId, viewer }))
  if (!managed || !taught) notFound()
  const t = await getTranslations('rules')
  const running = taught.attempts.filter(({ closedAt }) => closedAt === null).length
  const { exam, startCode, safeExamBrowser } = managed
  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="rules" mayManage />
      {running > 0 && (
        <Notice tone="warn" title={t('running', { count: running })}>
          <p>{t('runningHint')}</p>
        </Notice>
      )}
      <RulesForm
        examId={exam.id}
        rules={exam.rules}
        opensAt={exam.opensAt}
        closesAt={exam.closesAt}
        startCode={startCode}
      />
      <SebForm
        examId={exam.id}
        settings={
          safeExamBrowser && {
            allowQuit: safeExamBrowser.allowQuit,
            hasQuitPassword: safeExamBrowser.quitPasswordHash !== null,
            allowedUrls: safeExamBrowser.allowedUrls,
            browserExamKeys: safeExamBrowser.browserExamKeys,
          }
        }
      />
    </div>
  )
}
