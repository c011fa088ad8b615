'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { SketchBlock, SketchStage } from '@/lib/question/field'
import { cx } from '../ui/cx'
import { inputLook } from './field-frame'
import { previewField } from './field-preview'

interface SketchStageRowProps {
  id: string
  stage: SketchStage
  block: SketchBlock | undefined
  position: number
  count: number
  readOnly: boolean
  locale: Locale
  onWrite: (name: string, text: string) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const tool =
  'inline-flex size-11 items-center justify-center rounded-lg text-muted hover:bg-raised disabled:opacity-40'

/** One placed block: what is written on it, and its place in the order. */
export function SketchStageRow({
  id,
  stage,
  block,
  position,
  count,
  readOnly,
  locale,
  ...on
}: SketchStageRowProps) {
  const t = useTranslations('question.sketch')
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({
      id,
      disabled: readOnly,
    })
  const name = block?.label[locale] ?? stage.stage
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Transform.toString(transform), transition }}
      className={cx(
        'rounded-lg border border-line bg-paper p-3',
        isDragging && 'z-10 border-accent shadow-lg',
      )}
    >
      <div className="flex items-center gap-2">
        {!readOnly && (
          <button
            ref={setActivatorNodeRef}
            type="button"
            {...attributes}
            {...listeners}
            aria-label={t('drag', { block: name })}
            className={cx(tool, 'cursor-grab touch-none')}
          >
            <GripVertical aria-hidden className="size-5" />
          </button>
        )}
        <p className="font-medium">
          <span className="sr-only">{t('step', { position })}: </span>
          <span aria-hidden className="text-muted">
            {position}.{' '}
          </span>
          {name}
        </p>
        {!readOnly && (
          <div className="ml-auto flex">
            <button
              type="button"
              className={tool}
              disabled={position === 1}
              onClick={() => on.onMove(-1)}
              aria-label={t('up', { block: name })}
            >
              <ArrowUp aria-hidden className="size-5" />
            </button>
            <button
              type="button"
              className={tool}
              disabled={position === count}
              onClick={() => on.onMove(1)}
              aria-label={t('down', { block: name })}
            >
              <ArrowDown aria-hidden className="size-5" />
            </button>
            <button
              type="button"
              className={tool}
              onClick={on.onRemove}
              aria-label={t('remove', { block: name })}
            >
              <Trash2 aria-hidden className="size-5" />
            </button>
          </div>
        )}
      </div>
      {block && block.inputs.length > 0 && (
        <div className="grid gap-3 pt-2 sm:grid-cols-2">
          {block.inputs.map((input) => {
            const value = stage[input.name] ?? ''
            const preview = previewField(input.kind, value)
            return (
              <div key={input.name} className="space-y-1">
                <label htmlFor={`${id}-${input.name}`} className="block text-sm">
                  {input.label[locale]}
                </label>
                <input
                  id={`${id}-${input.name}`}
                  value={value}
                  onChange={(event) => on.onWrite(input.name, event.target.value)}
                  readOnly={readOnly}
                  autoComplete="off"
                  spellCheck={false}
                  aria-describedby={`${id}-${input.name}-reading`}
                  className={cx(inputLook, 'font-mono')}
                />
                <p id={`${id}-${input.name}-reading`} className="text-sm text-warn">
                  {preview.kind === 'problem' && preview.message[locale]}
                </p>
              </div>
            )
          })}
        </div>
      )}
    </li>
  )
}
