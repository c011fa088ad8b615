import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { attemptsAllowed as allowedAttempts } from '@/lib/exam/attempt'
import { formatPoints } from '@/lib/exam/points'
import { examTotals } from '@/lib/exam/pools'
import { lastMoment, lateTerms, personalWindow, timeLimit } from '@/lib/exam/schedule'
import { type StudentExamRecord, timeTerms } from '@/lib/use-cases/records'
import { needsSeb } from '@/lib/use-cases/safe-exam-browser'
import { limitWords, roundMinutes } from './limit-words'

type Row = readonly [string, ReactNode]

/** The rules of an exam as they hold for this student: time, dates, attempts, points, what comes late. */
export async function ExamRulesList(record: StudentExamRecord) {
  const [t, format, locale] = await Promise.all([getTranslations('exams'), getFormatter(), getLocale()])
  const { exam, attempts, exception } = record
  const { rules } = exam
  const terms = timeTerms(record)
  const at = (date: Date) => format.dateTime(date, 'moment')
  const { opensAt, endsAt } = personalWindow(terms)
  const limit = timeLimit(terms)
  const allowed = allowedAttempts(rules, exception)
  const late = lateTerms(terms)
  const last = lastMoment(terms)
  const { points, problems } = examTotals(exam.items)

  const rows: Row[] = [
    [t('timeLimit'), limitWords(limit, t)],
    [
      t('total'),
      `${t('points', { points: Number(formatPoints(points)) })} · ${t('problems', { count: problems })}`,
    ],
    [
      t('attempts'),
      allowed === null
        ? t('attemptsFree', { used: attempts.length })
        : t('attemptsUsed', { allowed, used: attempts.length }),
    ],
    ...(allowed === 1
      ? []
      : ([
          [
            t('counts'),
            { best: t('countsBest'), last: t('countsLast'), first: t('countsFirst') }[rules.counts],
          ],
        ] satisfies Row[])),
    ...(opensAt ? ([[t('opens'), at(opensAt)]] satisfies Row[]) : []),
    ...(endsAt ? ([[t('closes'), at(endsAt)]] satisfies Row[]) : []),
    ...(late && last
      ? ([
          [
            t('late'),
            t('lateRule', { until: at(last), percent: late.lossPercent, minutes: roundMinutes(late.stepMs) }),
          ],
        ] satisfies Row[])
      : []),
    ...(rules.navigation === 'one-way' ? ([[t('navigation'), t('oneWay')]] satisfies Row[]) : []),
    ...(needsSeb(record) ? ([[t('browser'), 'Safe Exam Browser']] satisfies Row[]) : []),
    ...(rules.order === 'shuffled' ? ([[t('order'), t('shuffled')]] satisfies Row[]) : []),
  ]
  return (
    <dl lang={locale} className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
      {rows.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
