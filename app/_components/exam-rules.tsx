import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { formatPoints } from '@/lib/exam/points'
import { windowEnd } from '@/lib/exam/timing'
import type { StudentExamRecord } from '@/lib/use-cases/records'

/** The rules of an exam as they hold for this student: time, dates, attempts, points. */
export async function ExamRulesList({ exam, timePercent, attempts }: StudentExamRecord) {
  const [t, format, locale] = await Promise.all([getTranslations('exams'), getFormatter(), getLocale()])
  const { timeLimitMinutes, attemptsAllowed, counts } = exam.rules
  const at = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })
  const end = windowEnd(exam, timePercent)

  const limit =
    timeLimitMinutes === null
      ? t('noLimit')
      : timePercent === 100
        ? t('minutes', { minutes: timeLimitMinutes })
        : t('accommodation', {
            minutes: Math.round((timeLimitMinutes * timePercent) / 100),
            base: timeLimitMinutes,
            percent: timePercent - 100,
          })
  const countsWord = { best: t('countsBest'), last: t('countsLast'), first: t('countsFirst') }[counts]
  const points = exam.items.reduce((sum, item) => sum + item.points, 0)

  const rows: [string, ReactNode][] = [
    [t('timeLimit'), limit],
    [
      t('total'),
      `${t('points', { points: Number(formatPoints(points)) })} · ${t('problems', { count: exam.items.length })}`,
    ],
    [
      t('attempts'),
      attemptsAllowed === null
        ? t('attemptsFree', { used: attempts.length })
        : t('attemptsUsed', { allowed: attemptsAllowed, used: attempts.length }),
    ],
    ...(attemptsAllowed === 1 ? [] : ([[t('counts'), countsWord]] satisfies [string, ReactNode][])),
    ...(exam.opensAt ? ([[t('opens'), at(exam.opensAt)]] satisfies [string, ReactNode][]) : []),
    ...(end ? ([[t('closes'), at(end)]] satisfies [string, ReactNode][]) : []),
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
