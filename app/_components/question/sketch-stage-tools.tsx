'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'

export const toolLook =
  'inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-raised hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-35'

interface SketchStageToolsProps {
  block: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** Up, down, away. At an end the button rests but stays, so that the keyboard does not lose its place. */
export function SketchStageTools({ block, isFirst, isLast, onMove, onRemove }: SketchStageToolsProps) {
  const t = useTranslations('question.sketch')
  return (
    <div className="ml-auto flex">
      <button
        type="button"
        className={toolLook}
        aria-label={t('up', { block })}
        aria-disabled={isFirst}
        onClick={() => !isFirst && onMove(-1)}
      >
        <ArrowUp aria-hidden className="size-5" />
      </button>
      <button
        type="button"
        className={toolLook}
        aria-label={t('down', { block })}
        aria-disabled={isLast}
        onClick={() => !isLast && onMove(1)}
      >
        <ArrowDown aria-hidden className="size-5" />
      </button>
      <button type="button" className={toolLook} aria-label={t('remove', { block })} onClick={onRemove}>
        <Trash2 aria-hidden className="size-5" />
      </button>
    </div>
  )
}
