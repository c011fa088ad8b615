import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ExamRulesList } from '@/app/_components/exam-rules'
import { ExamStateBadge } from '@/app/_components/exam-state-badge'
import { LeaveSeb } from '@/app/_components/seb/leave-seb'
import { SebGate } from '@/app/_components/seb/seb-gate'
import { Badge } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { attemptState, decideStart, examState } from '@/lib/exam/attempt'
import { countingAttempt } from '@/lib/exam/counting'
import { formatPoints } from '@/lib/exam/points'
import { examTotals } from '@/lib/exam/pools'
import { releasedAt } from '@/lib/exam/release'
import { hasProof } from '@/lib/exam/seb/proof'
import { currentSebRequest } from '@/lib/server/seb-page'
import { services } from '@/lib/server/services'
import { requirePerson } from '@/lib/server/viewer'
import { type AttemptSummary, timeTerms } from '@/lib/use-cases/records'
import { mayBeginHere, needsSeb } from '@/lib/use-cases/safe-exam-browser'
import { StartForm } from './start-form'

interface Props {
  params: Promise<{ examId: string }>
}

const load = cache(async (examId: string) => {
  const viewer = await requirePerson(`/exams/${examId}`)
  return services().deps.exams.findForStudent({ examId, userId: viewer.id })
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await load((await params).examId)
  return { title: record?.exam.title[await getLocale()] ?? '' }
}

export default async function ExamCoverPage({ params }: Props) {
  const record = await load((await params).examId)
  if (!record) notFound()
  const [t, locale, format] = await Promise.all([getTranslations('cover'), getLocale(), getFormatter()])
  const { exam, attempts } = record
  const now = services().deps.clock.now()
  const terms = timeTerms(record)
  const decision = decideStart({ terms, rules: exam.rules, attempts, now })
  const seb = await currentSebRequest()
  const outside = decision.ok && !(await mayBeginHere(services().deps, record, seb))
  const released = releasedAt(exam.rules.review, record.slowestMoment, now, true)
  const counting = attempts.length > 1 ? countingAttempt(exam.rules.counts, attempts) : null
  const possible = examTotals(exam.items).points

  const when = (attempt: AttemptSummary): string => {
    if (!attempt.closedAt) return t('inProgress')
    const words = { submitted: 'submittedAt', time: 'timeUpAt', instructor: 'closedAt' } as const
    const date = format.dateTime(attempt.closedAt, 'moment')
    return t(words[attempt.closeReason ?? 'submitted'], { when: date })
  }
  const score = (attempt: AttemptSummary): string | null =>
    released.score && attempt.closedAt && attempt.awarded !== null
      ? `${formatPoints(attempt.awarded)} / ${formatPoints(possible)}`
      : null

  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <Link href="/exams" className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {t('back')}
      </Link>
      <div className="space-y-2">
        <p className="text-muted text-sm">
          {exam.course.title[locale]} · {exam.course.term}
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="font-bold text-2xl">{exam.title[locale]}</h1>
          <ExamStateBadge record={record} now={now} />
        </div>
        <p>{exam.description[locale]}</p>
      </div>
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('rules')}</h2>
        <ExamRulesList {...record} />
        <ul className="list-disc space-y-1 pl-5 text-muted">
          {exam.rules.timeLimitMinutes !== null && <li>{t('timerNote')}</li>}
          <li>{t('savedNote')}</li>
          {exam.rules.navigation === 'one-way' && <li>{t('oneWayNote')}</li>}
        </ul>
        {decision.ok && examState(terms, now) === 'late' && <Notice tone="warn">{t('lateNote')}</Notice>}
        {outside && (
          <SebGate examId={exam.id} running={decision.ok && decision.value.kind === 'resume'} request={seb} />
        )}
        {decision.ok && !outside && decision.value.kind === 'resume' && (
          <Button asChild look="primary">
            <Link href={`/attempts/${decision.value.attemptId}`}>{t('resume')}</Link>
          </Button>
        )}
        {decision.ok && !outside && decision.value.kind === 'start' && (
          <StartForm examId={exam.id} again={attempts.length > 0} needsCode={exam.needsStartCode} />
        )}
        {!decision.ok && (
          <p className="font-medium">
            {decision.error.kind === 'not-open'
              ? t(`refused.${decision.error.state}`)
              : t('refused.attempts-used', { allowed: decision.error.allowed })}
          </p>
        )}
      </Card>
      {needsSeb(record) && !outside && hasProof(seb) && <LeaveSeb examId={exam.id} />}
      {attempts.length > 0 && (
        <section className="space-y-3">
          <h2 className="font-semibold text-lg">{t('attempts')}</h2>
          <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
            {attempts.map((attempt) => (
              <li key={attempt.id} className="flex flex-wrap items-center justify-between gap-3 p-4">
                <div>
                  <p className="flex items-center gap-2 font-medium">
                    {t('attempt', { number: attempt.number })}
                    {released.score && counting?.id === attempt.id && (
                      <Badge tone="accent">{t('counting')}</Badge>
                    )}
                  </p>
                  <p className="text-muted text-sm">{when(attempt)}</p>
                </div>
                <div className="flex items-center gap-4">
                  {score(attempt) && <p className="font-semibold tabular-nums">{score(attempt)}</p>}
                  {attemptState(attempt, now) === 'closed' && (
                    <Button asChild size="small" className="min-h-11">
                      <Link
                        href={`/attempts/${attempt.id}/result`}
                        aria-label={`${t('result')}: ${t('attempt', { number: attempt.number })}`}
                      >
                        {t('result')}
                      </Link>
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
