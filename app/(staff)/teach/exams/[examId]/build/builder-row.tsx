'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { TextInput } from '@/app/_components/ui/text-input'
import { formatPoints } from '@/lib/exam/points'
import type { ExamRow } from '@/lib/use-cases/exam-builder'

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

/** One problem or one pool, with its points and its place. */
export function BuilderRow({ row, place, last, locked, nameOf, addName, ...on }: BuilderRowProps) {
  const t = useTranslations('builder')
  const [points, setPoints] = useState<string | null>(null)
  const [draw, setDraw] = useState<string | null>(null)
  const name =
    row.kind === 'fixed' ? nameOf(row.versionId) : t('pool', { draw: row.draw, of: row.versionIds.length })
  return (
    <li className="space-y-3 rounded-lg border border-line p-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
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
                  on.onChange({ ...row, draw: Number(event.target.value) })
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
              if (value) on.onChange({ ...row, points: value })
            }}
            onBlur={() => setPoints(null)}
          />
        </div>
        {!locked && (
          <div className="flex gap-1">
            <Button
              look="quiet"
              aria-label={t('up', { number: place + 1 })}
              disabled={place === 0}
              onClick={() => on.onMove(place - 1)}
            >
              <ArrowUp aria-hidden className="size-4" />
            </Button>
            <Button
              look="quiet"
              aria-label={t('down', { number: place + 1 })}
              disabled={last}
              onClick={() => on.onMove(place + 1)}
            >
              <ArrowDown aria-hidden className="size-4" />
            </Button>
            <Button look="quiet" aria-label={t('remove', { number: place + 1 })} onClick={on.onRemove}>
              <Trash2 aria-hidden className="size-4" />
            </Button>
          </div>
        )}
      </div>
      {row.kind === 'pool' && (
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
      )}
    </li>
  )
}
