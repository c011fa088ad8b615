'use client'

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Plus, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Locale } from '@/lib/core/localized'
import type { SketchBlock, SketchStage } from '@/lib/question/field'
import { Button } from '../ui/button'
import { FigureView } from './figure-view'
import { addStage, moveStage, removeStage, writeStage } from './sketch-edits'
import { sketchFigure } from './sketch-figure'
import { SketchStageRow } from './sketch-stage-row'

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
  const [news, setNews] = useState('')
  const [removed, setRemoved] = useState<readonly SketchStage[] | null>(null)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const nameOf = (stage: string | undefined) =>
    blocks.find((block) => block.stage === stage)?.label[locale] ?? stage ?? ''
  const rowIds = value.map((_, i) => `${id}-stage-${i}`)

  const move = (from: number, to: number) => {
    on.onChange(moveStage(value, from, to))
    setNews(t('moved', { block: nameOf(value[from]?.stage), position: to + 1 }))
  }
  const drop = ({ active, over }: DragEndEvent) => {
    const from = rowIds.indexOf(String(active.id))
    const to = over ? rowIds.indexOf(String(over.id)) : -1
    if (from >= 0 && to >= 0 && from !== to) move(from, to)
  }
  const add = (block: SketchBlock) => {
    on.onChange(addStage(value, block))
    setRemoved(null)
    setNews(t('added', { block: block.label[locale], position: value.length + 1 }))
  }
  const remove = (at: number) => {
    setRemoved(value)
    on.onChange(removeStage(value, at))
    setNews(t('removed', { block: nameOf(value[at]?.stage) }))
  }

  return (
    <fieldset className="space-y-4" aria-describedby={`${id}-hint`} onBlur={on.onBlur}>
      <legend className="font-semibold">{label}</legend>
      <p id={`${id}-hint`} className="text-muted text-sm">
        {hint}
      </p>
      {!readOnly && (
        <div className="space-y-2">
          <p className="font-medium text-sm">{t('palette')}</p>
          <div className="flex flex-wrap gap-2">
            {blocks.map((block) => (
              <Button
                key={block.stage}
                size="small"
                className="min-h-11"
                disabled={value.length >= maxStages}
                onClick={() => add(block)}
              >
                <Plus aria-hidden className="size-4" />
                {block.label[locale]}
              </Button>
            ))}
          </div>
          {value.length >= maxStages && <p className="text-sm text-warn">{t('full', { max: maxStages })}</p>}
        </div>
      )}
      <p className="font-medium text-sm">{t('placed', { count: value.length })}</p>
      {value.length === 0 && <p className="text-muted text-sm">{t('empty')}</p>}
      <DndContext
        id={`${id}-dnd`}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{ screenReaderInstructions: { draggable: t('dragHelp') }, announcements: silent }}
      >
        <SortableContext items={rowIds} strategy={verticalListSortingStrategy}>
          <ol className="space-y-2">
            {value.map((stage, i) => (
              <SketchStageRow
                key={rowIds[i]}
                id={rowIds[i] ?? ''}
                stage={stage}
                block={blocks.find((block) => block.stage === stage.stage)}
                position={i + 1}
                count={value.length}
                readOnly={readOnly}
                locale={locale}
                onWrite={(name, text) => on.onChange(writeStage(value, i, name, text))}
                onMove={(by) => move(i, i + by)}
                onRemove={() => remove(i)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {removed && !readOnly && (
        <Button
          size="small"
          className="min-h-11"
          onClick={() => {
            on.onChange([...removed])
            setRemoved(null)
          }}
        >
          <Undo2 aria-hidden className="size-4" />
          {t('undo')}
        </Button>
      )}
      {value.length > 0 && (
        <div className="space-y-2">
          <p className="font-medium text-sm">{t('drawing')}</p>
          <FigureView figure={sketchFigure(value, blocks)} locale={locale} />
        </div>
      )}
      <p role="status" className="sr-only">
        {news}
      </p>
    </fieldset>
  )
}

// Our own live region says what happened, in the student's language.
const nothing = () => undefined
const silent = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing }
