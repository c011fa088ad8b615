'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { SketchBlock, SketchStage } from '@/lib/question/field'
import { cx } from '../ui/cx'
import { FormulaInput } from './formula-input'
import { SketchStageTools, toolLook } from './sketch-stage-tools'

interface SketchStageRowProps {
  id: string
  stage: SketchStage
  /** Null for a block that the problem does not offer. */
  block: SketchBlock | null
  position: number
  isLast: boolean
  readOnly: boolean
  locale: Locale
  onWrite: (name: string, text: string) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One placed block: what is written on it, and its place in the order. */
export function SketchStageRow({
  id,
  stage,
  block,
  position,
  isLast,
  readOnly,
  locale,
  ...on
}: SketchStageRowProps) {
  const t = useTranslations('question.sketch')
  const name = block?.label[locale] ?? stage.stage
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id, disabled: readOnly, attributes: { roleDescription: t('draggable') } })
  return (
    <li
      ref={setNodeRef}
      id={id}
      tabIndex={-1}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cx(
        'rounded-lg border border-line bg-paper',
        isDragging && 'relative z-10 border-accent shadow-lg',
      )}
    >
      <div className="flex items-center gap-1 p-1">
        {!readOnly && (
          <button
            ref={setActivatorNodeRef}
            type="button"
            {...attributes}
            {...listeners}
            aria-label={t('drag', { block: name })}
            className={cx(toolLook, 'cursor-grab touch-none active:cursor-grabbing')}
          >
            <GripVertical aria-hidden className="size-5" />
          </button>
        )}
        <p className={cx('font-medium', readOnly && 'px-3 py-2')}>
          <span aria-hidden className="mr-1.5 text-muted tabular-nums">
            {position}
          </span>
          {name}
        </p>
        {!readOnly && (
          <SketchStageTools
            block={name}
            isFirst={position === 1}
            isLast={isLast}
            onMove={on.onMove}
            onRemove={on.onRemove}
          />
        )}
      </div>
      {block && block.inputs.length > 0 && (
        // The same input stands on several blocks; the group says on which one.
        // biome-ignore lint/a11y/useSemanticElements: a fieldset for each row would be read at every step through it.
        <div
          role="group"
          aria-label={t('step', { position, block: name })}
          className="grid gap-3 p-3 pt-1 sm:grid-cols-2"
        >
          {block.inputs.map((input) => (
            <div key={input.name} className="min-w-0 space-y-1">
              <label htmlFor={`${id}-${input.name}`} className="block text-sm">
                {input.label[locale]}
              </label>
              <FormulaInput
                id={`${id}-${input.name}`}
                kind={input.kind}
                value={stage[input.name] ?? ''}
                onChange={(text) => on.onWrite(input.name, text)}
                readOnly={readOnly}
                locale={locale}
              />
            </div>
          ))}
        </div>
      )}
    </li>
  )
}
