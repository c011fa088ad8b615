'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Locale } from '@/lib/core/localized'
import type { SketchBlock, SketchStage } from '@/lib/question/field'
import { FieldHint } from './field-frame'
import { FigureView } from './figure-view'
import { SketchDrag } from './sketch-drag'
import { sketchFigure } from './sketch-figure'
import { SketchPalette } from './sketch-palette'
import { SketchStageRow } from './sketch-stage-row'
import { SketchUndo } from './sketch-undo'
import { useSketch } from './use-sketch'

interface SketchFieldProps {
  id: string
  label: string
  hint: string
  blocks: readonly SketchBlock[]
  maxStages: number
  value: readonly SketchStage[]
  onChange: (value: SketchStage[]) => void
  onBlur: () => void
  readOnly: boolean
  locale: Locale
}

/** The pipeline as blocks that are added, ordered and written on, by mouse, touch or keyboard, and drawn as they change. */
export function SketchField({
  id,
  label,
  hint,
  blocks,
  maxStages,
  value,
  readOnly,
  locale,
  ...on
}: SketchFieldProps) {
  const t = useTranslations('question.sketch')
  const [{ stages, keys, removed }, apply] = useSketch(value, on.onChange)
  const [news, setNews] = useState('')
  const lastRemoved = removed.at(-1)
  const undoId = `${id}-undo`

  // A button that goes away when it is pressed takes the keyboard's place along: it goes on where this says.
  const focusNext = useRef<string | null>(null)
  useEffect(() => {
    const target = focusNext.current === null ? null : document.getElementById(focusNext.current)
    if (target === null) return
    focusNext.current = null
    target.focus()
  })

  const nameOf = (stage: SketchStage | undefined) =>
    blocks.find((block) => block.stage === stage?.stage)?.label[locale] ?? stage?.stage ?? ''
  const rowId = (key: number) => `${id}-stage-${key}`
  const rowIds = keys.map(rowId)
  const isFull = stages.length >= maxStages

  const add = (block: SketchBlock) => {
    apply({ kind: 'add', block })
    setNews(t('added', { block: block.label[locale], position: stages.length + 1 }))
  }
  const step = (from: number, to: number) => {
    apply({ kind: 'move', from, to })
    setNews(t('moved', { block: nameOf(stages[from]), position: to + 1 }))
  }
  const remove = (at: number) => {
    focusNext.current = undoId
    apply({ kind: 'remove', at })
    setNews(t('removed', { block: nameOf(stages[at]) }))
  }
  const undo = () => {
    if (lastRemoved === undefined) return
    focusNext.current = rowId(lastRemoved.key)
    apply({ kind: 'undo' })
    setNews(t('restored', { block: nameOf(lastRemoved.stage) }))
  }

  return (
    <fieldset className="min-w-0 space-y-4" aria-describedby={`${id}-hint`} onBlur={on.onBlur}>
      <legend className="mb-2 font-semibold">{label}</legend>
      {hint && <FieldHint id={id} hint={hint} />}
      {!readOnly && (
        <SketchPalette
          id={id}
          blocks={blocks}
          full={isFull ? t('full', { max: maxStages }) : null}
          locale={locale}
          onAdd={add}
        />
      )}
      {stages.length === 0 && (
        <p className="rounded-lg border border-line-strong border-dashed p-4 text-center text-muted text-sm">
          {readOnly ? t('none') : t('empty')}
        </p>
      )}
      <SketchDrag
        id={id}
        rowIds={rowIds}
        nameAt={(at) => nameOf(stages[at])}
        onMove={(from, to) => apply({ kind: 'move', from, to })}
      >
        <ol aria-label={t('placed', { count: stages.length })} className="space-y-2">
          {stages.map((stage, i) => (
            <SketchStageRow
              key={rowIds[i]}
              id={rowIds[i] ?? ''}
              stage={stage}
              block={blocks.find((block) => block.stage === stage.stage) ?? null}
              position={i + 1}
              isLast={i === stages.length - 1}
              readOnly={readOnly}
              locale={locale}
              onWrite={(name, text) => apply({ kind: 'write', at: i, name, text })}
              onMove={(by) => step(i, i + by)}
              onRemove={() => remove(i)}
            />
          ))}
        </ol>
      </SketchDrag>
      {lastRemoved && !readOnly && (
        <SketchUndo id={undoId} block={nameOf(lastRemoved.stage)} full={isFull} onUndo={undo} />
      )}
      {stages.length > 0 && (
        <div className="space-y-2">
          <p className="font-medium text-sm">{t('drawing')}</p>
          <FigureView figure={sketchFigure(stages, blocks)} locale={locale} caption={false} />
        </div>
      )}
      <p role="status" className="sr-only">
        {news}
      </p>
    </fieldset>
  )
}
