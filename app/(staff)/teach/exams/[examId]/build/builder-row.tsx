'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { TextInput } from '@/app/_components/ui/text-input'
import { formatPoints } from '@/lib/exam/points'
import type { ExamRow } from '@/lib/use-cases/exam-builder'
import { rowId } from './sortable-rows'

interface BuilderRowProps {
  row: ExamRow
  /** From 0. */
  place: number
  last: boolean
  locked: boolean
  nameOf: (versionId: string) => string
  /** The question that would be added to a pool. */
  addName: string | null
  onChange: (row: ExamRow) => void
  onMove: (to: number) => void
  onRemove: () => void
  onAdd: () => void
}

/** What is typed as a whole number of hundredths, or null. */
const hundredths = (text: string): number | null =>
  /^\d{1,4}([.,]\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text.trim().replace(',', '.')) * 100) : null

/** One problem, one pool or one heading, with its points and its place. */
export function BuilderRow(props: BuilderRowProps) {
  const { row, place, last, locked, ...on } = props
  const t = useTranslations('builder')
  const { listeners, setNodeRef, transform, transition } = useSortable({ id: rowId(place) })
  const number = place + 1
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? '' }}
      className="space-y-3 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-end justify-between gap-3">
        {row.kind === 'section' ? (
          <p className="min-w-0 flex-1 basis-48 font-semibold">
            {number}. {t('section')}
          </p>
        ) : (
          <Problem {...props} row={row} />
        )}
        {!locked && (
          <div className="flex gap-1">
            <Button
              look="quiet"
              aria-label={t('up', { number })}
              disabled={place === 0}
              onClick={() => on.onMove(place - 1)}
            >
              <ArrowUp aria-hidden className="size-4" />
            </Button>
            <Button
              look="quiet"
              aria-label={t('down', { number })}
              disabled={last}
              onClick={() => on.onMove(place + 1)}
            >
              <ArrowDown aria-hidden className="size-4" />
            </Button>
            {/* For the pointer alone: the arrows are for the keyboard. */}
            <span
              {...listeners}
              tabIndex={-1}
              aria-hidden
              data-testid={`drag-${number}`}
              className="inline-flex size-11 cursor-grab touch-none items-center justify-center rounded-lg text-muted hover:bg-raised"
            >
              <GripVertical className="size-4" />
            </span>
            <Button look="quiet" aria-label={t('remove', { number })} onClick={on.onRemove}>
              <Trash2 aria-hidden className="size-4" />
            </Button>
          </div>
        )}
      </div>
      {row.kind === 'section' && <Heading {...props} row={row} />}
      {row.kind === 'pool' && <PoolMembers {...props} row={row} />}
    </li>
  )
}

type Row<Kind extends ExamRow['kind']> = ExamRow & { readonly kind: Kind }

/** Title and text of a heading, in both languages. */
function Heading({ row, locked, onChange }: BuilderRowProps & { row: Row<'section'> }) {
  const t = useTranslations('builder')
  const id = useId()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['ko', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          label={t(`sectionTitleIn.${language}`)}
          value={row.title[language]}
          maxLength={200}
          readOnly={locked}
          onChange={(event) => onChange({ ...row, title: { ...row.title, [language]: event.target.value } })}
        />
      ))}
      {(['ko', 'en'] as const).map((language) => (
        <div key={language} className="space-y-1.5">
          <label htmlFor={`${id}-${language}`} className="block font-medium text-sm">
            {t(`sectionTextIn.${language}`)}
          </label>
          <textarea
            id={`${id}-${language}`}
            rows={3}
            value={row.text[language]}
            maxLength={4_000}
            readOnly={locked}
            onChange={(event) => onChange({ ...row, text: { ...row.text, [language]: event.target.value } })}
            className="w-full rounded-lg border border-line-strong bg-surface p-3"
          />
        </div>
      ))}
    </div>
  )
}

/** What is drawn from, or what everybody gets, and the points. */
function Problem({ row, place, locked, nameOf, onChange }: BuilderRowProps & { row: Row<'fixed' | 'pool'> }) {
  const t = useTranslations('builder')
  const [points, setPoints] = useState<string | null>(null)
  const [draw, setDraw] = useState<string | null>(null)
  const name =
    row.kind === 'fixed' ? nameOf(row.versionId) : t('pool', { draw: row.draw, of: row.versionIds.length })
  return (
    <>
      <p className="min-w-0 flex-1 basis-48 font-medium">
        {place + 1}. {name}
      </p>
      {row.kind === 'pool' && (
        <div className="w-24">
          <TextInput
            label={t('draw')}
            inputMode="numeric"
            readOnly={locked}
            value={draw ?? String(row.draw)}
            error={draw !== null && !/^[1-9]\d{0,2}$/.test(draw.trim()) ? t('wrong.draw') : undefined}
            onChange={(event) => {
              setDraw(event.target.value)
              if (/^[1-9]\d{0,2}$/.test(event.target.value.trim()))
                onChange({ ...row, draw: Number(event.target.value) })
            }}
            onBlur={() => setDraw(null)}
          />
        </div>
      )}
      <div className="w-24">
        <TextInput
          label={row.kind === 'pool' ? t('pointsEach') : t('points')}
          inputMode="decimal"
          readOnly={locked}
          value={points ?? formatPoints(row.points)}
          error={points !== null && !hundredths(points) ? t('wrong.points') : undefined}
          onChange={(event) => {
            setPoints(event.target.value)
            const value = hundredths(event.target.value)
            if (value) onChange({ ...row, points: value })
          }}
          onBlur={() => setPoints(null)}
        />
      </div>
    </>
  )
}

/** The questions of a pool. */
function PoolMembers({ row, locked, nameOf, addName, ...on }: BuilderRowProps & { row: Row<'pool'> }) {
  const t = useTranslations('builder')
  return (
    <ul className="space-y-1 border-line border-l-2 pl-4">
      {row.versionIds.map((id) => (
        <li key={id} className="flex items-center justify-between gap-3">
          <span>{nameOf(id)}</span>
          {!locked && row.versionIds.length > 1 && (
            <Button
              look="quiet"
              size="small"
              className="min-h-11"
              aria-label={t('removeFromPool', { name: nameOf(id) })}
              onClick={() =>
                on.onChange({
                  ...row,
                  draw: Math.min(row.draw, row.versionIds.length - 1),
                  versionIds: row.versionIds.filter((each) => each !== id),
                })
              }
            >
              <Trash2 aria-hidden className="size-4" />
            </Button>
          )}
        </li>
      ))}
      {!locked && addName !== null && (
        <li>
          <Button size="small" className="min-h-11" onClick={on.onAdd}>
            {t('addToPool', { name: addName })}
          </Button>
        </li>
      )}
    </ul>
  )
}
