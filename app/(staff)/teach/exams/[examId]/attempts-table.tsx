'use client'

import { Clock } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ListQuery, searchOf } from '@/app/_components/paging/list-query'
import { SortHead } from '@/app/_components/paging/sort-head'
import { Badge } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import { formatPoints } from '@/lib/exam/points'
import { GiveTimeDialog } from './_time/give-time-dialog'
import type { AttemptRow } from './attempt-rows'
import { AttemptStateBadge, isRunning } from './attempt-state-badge'

interface Problem {
  readonly position: number
  readonly title: string
  readonly points: string
}

interface AttemptsTableProps {
  examId: string
  /** Whether time can be given. */
  mayManage: boolean
  query: ListQuery
  rows: readonly AttemptRow[]
  problems: readonly Problem[]
}

const cell = 'whitespace-nowrap px-4 py-1.5'

/** Students and attempts of one page of the list, with points by problem. */
export function AttemptsTable({ examId, mayManage, query, rows, problems }: AttemptsTableProps) {
  const t = useTranslations('teach')
  const tTime = useTranslations('time')
  const tResult = useTranslations('result')
  // Kept here and not in the row: rows are drawn anew when times change.
  const [timeFor, setTimeFor] = useState<string | null>(null)
  const chosen = rows.find(({ attemptId }) => attemptId === timeFor)
  const head = (column: string, words: string, first: 'asc' | 'desc') => (
    <SortHead
      key={column}
      words={words}
      column={column}
      sorted={query}
      first={first}
      hrefOf={(sort, dir) => searchOf(query, { sort, dir })}
      className="whitespace-nowrap"
    />
  )
  return (
    <>
      <ScrollRegion label={t('attempts')} className="rounded-xl border border-line bg-surface">
        <table className="w-full text-left tabular-nums">
          <thead className="border-line border-b bg-raised text-sm">
            <tr>
              {head('student', t('student'), 'asc')}
              {head('number', t('attemptNumber'), 'desc')}
              {head('state', t('state'), 'asc')}
              {head('startedAt', t('startedAt'), 'desc')}
              {head('deadline', tTime('deadline'), 'asc')}
              {mayManage && (
                <th scope="col" className="whitespace-nowrap px-4 py-1 font-semibold">
                  {tTime('action')}
                </th>
              )}
              {problems.map(({ position, points }) =>
                head(`problem-${position}`, `${t('problem', { number: position })} /${points}`, 'desc'),
              )}
              {head('total', t('total'), 'desc')}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={row.attemptId} className="hover:bg-raised">
                <td className={cell}>
                  <Link
                    href={`/teach/attempts/${row.attemptId}`}
                    aria-label={t('openAttempt', { name: row.name, number: row.number })}
                    className="inline-flex min-h-11 flex-col justify-center text-accent hover:underline"
                  >
                    <span className="font-medium">{row.name}</span>
                    <span className="text-muted text-sm max-sm:hidden">{row.email}</span>
                  </Link>
                </td>
                <td className={cell}>
                  <span className="inline-flex items-center gap-2">
                    {row.number}
                    {row.counts && <Badge tone="accent">{tTime('counts')}</Badge>}
                  </span>
                </td>
                <td className={cell}>
                  <AttemptStateBadge state={row.state} />
                </td>
                <td className={cell}>{row.startedWords}</td>
                <td className={cell}>
                  <span className="inline-flex items-center gap-2">
                    {row.deadlineWords ?? <span className="text-muted">{tTime('noDeadline')}</span>}
                    {row.extraMinutes !== 0 && (
                      <Badge tone="accent">{tTime('extra', { minutes: row.extraMinutes })}</Badge>
                    )}
                  </span>
                </td>
                {mayManage && (
                  <td className={cell}>
                    {isRunning(row.state) && (
                      <Button
                        id={`time-${row.attemptId}`}
                        size="small"
                        className="min-h-11"
                        aria-label={tTime('forStudent', { name: row.name })}
                        onClick={() => setTimeFor(row.attemptId)}
                      >
                        <Clock aria-hidden className="size-4" />
                        {tTime('action')}
                      </Button>
                    )}
                  </td>
                )}
                {problems.map(({ position }, i) => {
                  const item = row.items[i]
                  return (
                    <td key={position} className={cell}>
                      {!item || item.awarded === null ? (
                        <span className="text-muted">–</span>
                      ) : (
                        <span className="inline-flex items-center gap-2">
                          {formatPoints(item.awarded)}
                          {item.review && <Badge tone="warn">{tResult('itemUnderReview')}</Badge>}
                        </span>
                      )}
                    </td>
                  )
                })}
                <td className={`${cell} font-semibold`}>
                  {row.total === null ? '–' : formatPoints(row.total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="p-4 text-muted">{t('noMatch')}</p>}
      </ScrollRegion>
      {chosen && (
        <GiveTimeDialog
          examId={examId}
          student={{ id: chosen.userId, name: chosen.name, given: chosen.given }}
          returnTo={`time-${chosen.attemptId}`}
          onClose={() => setTimeFor(null)}
        />
      )}
    </>
  )
}
