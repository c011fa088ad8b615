'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'

interface SketchUndoProps {
  id: string
  block: string
  /** A full sketch takes nothing back until there is room. */
  full: boolean
  onUndo: () => void
}

/** Says which block went away and brings it back with all that was written on it. */
export function SketchUndo({ id, block, full, onUndo }: SketchUndoProps) {
  const t = useTranslations('question.sketch')
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-raised py-1 pr-1 pl-3 text-sm">
      <p>{t('removed', { block })}</p>
      <Button
        id={id}
        look="quiet"
        className="ml-auto px-3 text-accent aria-disabled:text-muted"
        aria-label={t('undoBlock', { block })}
        aria-disabled={full}
        onClick={() => !full && onUndo()}
      >
        <Undo2 aria-hidden className="size-4" />
        {t('undo')}
      </Button>
    </div>
  )
}
