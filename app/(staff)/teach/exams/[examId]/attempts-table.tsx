'use client'

import {
  type Column,
  createColumnHelper,
  flexRender,
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Badge } from '@/app/_components/ui/badge'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import { TextInput } from '@/app/_components/ui/text-input'
import { formatPoints } from '@/lib/exam/points'

export interface AttemptRow {
  readonly attemptId: string
  readonly name: string
  readonly email: string
  readonly number: number
  readonly state: string
  readonly startedAt: number
  readonly startedWords: string
  readonly items: readonly { readonly awarded: number | null; readonly review: boolean }[]
  readonly total: number | null
}

interface Problem {
  readonly position: number
  readonly title: string
  readonly points: string
}

const column = createColumnHelper<AttemptRow>()

/** Students and attempts with points by problem; sorts and filters in place. */
export function AttemptsTable({ rows, problems }: { rows: AttemptRow[]; problems: readonly Problem[] }) {
  const t = useTranslations('teach')
  const tResult = useTranslations('result')
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
      column.accessor('number', { header: t('attemptNumber'), enableGlobalFilter: false }),
      column.accessor('state', { header: t('state'), enableGlobalFilter: false }),
      column.accessor('startedAt', {
        header: t('startedAt'),
        enableGlobalFilter: false,
        cell: ({ row }) => row.original.startedWords,
      }),
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
    [problems, t, tResult],
  )
  const table = useReactTable({
    data: rows,
    columns,
    state: { sorting, globalFilter: search },
    onSortingChange: setSorting,
    onGlobalFilterChange: setSearch,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
  })

  return (
    <div className="space-y-3">
      <TextInput
        label={t('search')}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
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
                    aria-sort={ariaSort(header.column)}
                    className="whitespace-nowrap px-4 py-1 font-semibold"
                  >
                    <button
                      type="button"
                      onClick={header.column.getToggleSortingHandler()}
                      className="inline-flex min-h-11 items-center gap-1"
                      title={t('sortBy', { column: String(header.column.columnDef.header) })}
                    >
                      {flexRender(header.column.columnDef.header, header.getContext())}
                      <SortSign column={header.column} />
                    </button>
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
