'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge, type Tone } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import { TextInput } from '@/app/_components/ui/text-input'
import { type LiveState, liveState, liveStates } from '@/lib/exam/live'
import { cell, LiveRowCells } from './live-row-cells'
import { StudentDialog } from './student-dialog'
import { useRoom } from './use-room'

const tones: Record<LiveState, Tone> = {
  'not-started': 'neutral',
  working: 'good',
  late: 'warn',
  'out-of-touch': 'bad',
  over: 'warn',
  submitted: 'accent',
  time: 'neutral',
  instructor: 'neutral',
}

const connections = { connecting: 'neutral', connected: 'good', disconnected: 'warn' } as const

/** Rows that are drawn until more are asked for: a page of thousands would lag behind its room. */
const SHOWN = 200

const columns = ['student', 'state', 'place', 'left', 'seen', 'saved'] as const

/** Everybody in an exam as it happens. Rows stand by name and never change places under the pointer. */
export function LiveRoom({
  examId,
  mayManage,
  servedAt,
}: {
  examId: string
  mayManage: boolean
  servedAt: Date
}) {
  const t = useTranslations('live')
  const { rows, connection, now } = useRoom(examId, servedAt)
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(SHOWN)
  const [only, setOnly] = useState<LiveState | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const all = (rows ?? []).map((row) => ({ row, state: liveState(row, now) }))
  const count = (state: LiveState) => all.filter((each) => each.state === state).length
  const shown = all.filter(
    ({ row, state }) =>
      (only === null || state === only) && row.name.toLowerCase().includes(search.trim().toLowerCase()),
  )
  const chosenRow = rows?.find(({ userId }) => userId === chosen)
  return (
    <div className="space-y-4">
      <p role="status" className="text-sm">
        <Badge tone={connections[connection]}>{t(connection)}</Badge>
      </p>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t('filter')}</legend>
        {([null, ...liveStates] as const).map((state) => (
          <Button
            key={state ?? 'all'}
            size="small"
            className="min-h-11 tabular-nums aria-pressed:border-accent aria-pressed:bg-accent-soft"
            aria-pressed={only === state}
            onClick={() => setOnly(state)}
          >
            {state === null ? t('all') : t(`states.${state}`)}{' '}
            <strong className="min-w-[2ch] text-right">{state === null ? all.length : count(state)}</strong>
          </Button>
        ))}
      </fieldset>
      <TextInput
        label={t('search')}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="max-w-sm"
      />
      <ScrollRegion label={t('title')} className="rounded-xl border border-line bg-surface">
        <table className="w-full text-left tabular-nums">
          <thead className="border-line border-b bg-raised text-sm">
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" className="whitespace-nowrap px-4 py-3 font-semibold">
                  {t(`columns.${name}`)}
                </th>
              ))}
              {mayManage && (
                <th scope="col" className="px-4 py-3">
                  <span className="sr-only">{t('columns.actions')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {shown.slice(0, most).map(({ row, state }) => (
              <tr key={row.userId} className="hover:bg-raised">
                <LiveRowCells row={row} state={state} now={now} tone={tones[state]} />
                {mayManage && (
                  <td className={`${cell} text-right`}>
                    <Button
                      id={`act-${row.userId}`}
                      size="small"
                      className="min-h-11"
                      aria-label={t('act', { name: row.name })}
                      onClick={() => setChosen(row.userId)}
                    >
                      {t('action')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="p-4 text-muted">{t(rows === null ? 'loading' : 'nobody')}</p>}
      </ScrollRegion>
      {shown.length > most && (
        <Button onClick={() => setMost(most + SHOWN)}>{t('more', { count: shown.length - most })}</Button>
      )}
      {chosenRow && (
        <StudentDialog
          examId={examId}
          row={chosenRow}
          now={now}
          returnTo={`act-${chosenRow.userId}`}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  )
}
