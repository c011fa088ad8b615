'use client'

import {
  type Column,
  createColumnHelper,
  flexRender,
  getCoreRowModel,
  getFilteredRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ArrowUpDown, Clock } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Badge } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import { TextInput } from '@/app/_components/ui/text-input'
import type { AttemptState } from '@/lib/exam/attempt'
import { formatPoints } from '@/lib/exam/points'
import type { CloseReason } from '@/lib/use-cases/records'
import { GiveTimeDialog } from './_time/give-time-dialog'
import { AttemptStateBadge, isRunning } from './attempt-state-badge'

export interface AttemptRow {
  readonly attemptId: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly number: number
  /** Whether it is the one that counts among several of the student. */
  readonly counts: boolean
  readonly state: Exclude<AttemptState, 'closed'> | CloseReason
  readonly startedAt: number
  readonly startedWords: string
  readonly deadlineAt: number | null
  readonly deadlineWords: string | null
  /** Minutes given to this student at this exam. */
  readonly given: number
  /** Minutes that the student has more than everybody, for whatever reason. */
  readonly extraMinutes: number
  /** By the exam's problems; null for one that the student did not get. */
  readonly items: readonly ({ readonly awarded: number | null; readonly review: boolean } | null)[]
  readonly total: number | null
}

interface Problem {
  readonly position: number
  readonly title: string
  readonly points: string
}

/** Rows that are drawn at once. */
const SHOWN = 100

const column = createColumnHelper<AttemptRow>()

interface AttemptsTableProps {
  examId: string
  /** Whether time can be given. */
  mayManage: boolean
  rows: AttemptRow[]
  problems: readonly Problem[]
}

/** Students and attempts with points by problem; sorts and filters in place. */
export function AttemptsTable({ examId, mayManage, rows, problems }: AttemptsTableProps) {
  const t = useTranslations('teach')
  const tTime = useTranslations('time')
  const tResult = useTranslations('result')
  // Kept here and not in the row: rows are drawn anew when times change.
  const [timeFor, setTimeFor] = useState<string | null>(null)
  const chosen = rows.find(({ attemptId }) => attemptId === timeFor)
  const [sorting, setSorting] = useState<SortingState>([{ id: 'startedAt', desc: true }])
  const [search, setSearch] = useState('')

  const columns = useMemo(
    () => [
      column.accessor((row) => `${row.name} ${row.email}`, {
        id: 'student',
        header: t('student'),
        cell: ({ row: { original: row } }) => (
          <Link
            href={`/teach/attempts/${row.attemptId}`}
            aria-label={t('openAttempt', { name: row.name, number: row.number })}
            className="inline-flex min-h-11 flex-col justify-center text-accent hover:underline"
          >
            <span className="font-medium">{row.name}</span>
            <span className="text-muted text-sm max-sm:hidden">{row.email}</span>
          </Link>
        ),
      }),
      column.accessor('number', {
        header: t('attemptNumber'),
        enableGlobalFilter: false,
        cell: ({ row: { original: row } }) => (
          <span className="inline-flex items-center gap-2">
            {row.number}
            {row.counts && <Badge tone="accent">{tTime('counts')}</Badge>}
          </span>
        ),
      }),
      column.accessor('state', {
        header: t('state'),
        enableGlobalFilter: false,
        cell: ({ row }) => <AttemptStateBadge state={row.original.state} />,
      }),
      column.accessor('startedAt', {
        header: t('startedAt'),
        enableGlobalFilter: false,
        cell: ({ row }) => row.original.startedWords,
      }),
      column.accessor((row) => row.deadlineAt ?? Number.POSITIVE_INFINITY, {
        id: 'deadline',
        header: tTime('deadline'),
        enableGlobalFilter: false,
        cell: ({ row: { original: row } }) => (
          <span className="inline-flex items-center gap-2">
            {row.deadlineWords ?? <span className="text-muted">{tTime('noDeadline')}</span>}
            {row.extraMinutes !== 0 && (
              <Badge tone="accent">{tTime('extra', { minutes: row.extraMinutes })}</Badge>
            )}
          </span>
        ),
      }),
      ...(mayManage
        ? [
            column.display({
              id: 'time',
              header: tTime('action'),
              cell: ({ row: { original: row } }) =>
                isRunning(row.state) && (
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
                ),
            }),
          ]
        : []),
      ...problems.map((problem, i) =>
        column.accessor((row) => row.items[i]?.awarded ?? -1, {
          id: `problem-${problem.position}`,
          header: `${t('problem', { number: problem.position })} /${problem.points}`,
          enableGlobalFilter: false,
          cell: ({ row }) => {
            const item = row.original.items[i]
            if (!item || item.awarded === null) return <span className="text-muted">–</span>
            return (
              <span className="inline-flex items-center gap-2">
                {formatPoints(item.awarded)}
                {item.review && <Badge tone="warn">{tResult('itemUnderReview')}</Badge>}
              </span>
            )
          },
        }),
      ),
      column.accessor((row) => row.total ?? -1, {
        id: 'total',
        header: t('total'),
        enableGlobalFilter: false,
        cell: ({ row }) => (
          <span className="font-semibold">
            {row.original.total === null ? '–' : formatPoints(row.original.total)}
          </span>
        ),
      }),
    ],
    [mayManage, problems, t, tTime, tResult],
  )
  const table = useReactTable({
    data: rows,
    columns,
    getRowId: ({ attemptId }) => attemptId,
    state: { sorting, globalFilter: search },
    onSortingChange: setSorting,
    onGlobalFilterChange: setSearch,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getPaginationRowModel: getPaginationRowModel(),
    initialState: { pagination: { pageIndex: 0, pageSize: SHOWN } },
    // Times that change under way draw the rows anew and leave the page where it is.
    autoResetPageIndex: false,
  })
  const pages = table.getPageCount()
  const at = Math.min(table.getState().pagination.pageIndex, Math.max(0, pages - 1))

  return (
    <div className="space-y-3">
      <TextInput
        label={t('search')}
        type="search"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          table.setPageIndex(0)
        }}
        className="max-w-sm"
      />
      <ScrollRegion label={t('attempts')} className="rounded-xl border border-line bg-surface">
        <table className="w-full text-left tabular-nums">
          <thead className="border-line border-b bg-raised text-sm">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={header.column.getCanSort() ? ariaSort(header.column) : undefined}
                    className="whitespace-nowrap px-4 py-1 font-semibold"
                  >
                    {header.column.getCanSort() ? (
                      <button
                        type="button"
                        onClick={header.column.getToggleSortingHandler()}
                        className="inline-flex min-h-11 items-center gap-1"
                        title={t('sortBy', { column: String(header.column.columnDef.header) })}
                      >
                        {flexRender(header.column.columnDef.header, header.getContext())}
                        <SortSign column={header.column} />
                      </button>
                    ) : (
                      flexRender(header.column.columnDef.header, header.getContext())
                    )}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody className="divide-y divide-line">
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id} className="hover:bg-raised">
                {row.getVisibleCells().map((cell) => (
                  <td key={cell.id} className="whitespace-nowrap px-4 py-1.5">
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {table.getRowModel().rows.length === 0 && <p className="p-4 text-muted">{t('noMatch')}</p>}
      </ScrollRegion>
      {pages > 1 && (
        <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-3">
          <Button disabled={at === 0} onClick={() => table.setPageIndex(at - 1)}>
            {t('previous')}
          </Button>
          <span>{t('page', { page: at + 1, pages })}</span>
          <Button disabled={at === pages - 1} onClick={() => table.setPageIndex(at + 1)}>
            {t('next')}
          </Button>
        </nav>
      )}
      {chosen && (
        <GiveTimeDialog
          examId={examId}
          student={{ id: chosen.userId, name: chosen.name, given: chosen.given }}
          returnTo={`time-${chosen.attemptId}`}
          onClose={() => setTimeFor(null)}
        />
      )}
    </div>
  )
}

const ariaSort = (sorted: Column<AttemptRow>) => {
  const direction = sorted.getIsSorted()
  return direction === false ? 'none' : direction === 'asc' ? 'ascending' : 'descending'
}

function SortSign({ column: sorted }: { column: Column<AttemptRow> }) {
  const direction = sorted.getIsSorted()
  const Sign = direction === false ? ArrowUpDown : direction === 'asc' ? ArrowUp : ArrowDown
  return <Sign aria-hidden className="size-3.5 text-muted" />
}
