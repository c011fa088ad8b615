'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { SketchBlock } from '@/lib/question/field'
import { Button } from '../ui/button'

interface SketchPaletteProps {
  id: string
  blocks: readonly SketchBlock[]
  /** Why nothing can be added, or null. */
  full: string | null
  locale: Locale
  onAdd: (block: SketchBlock) => void
}

/** The blocks to build from. A full sketch leaves the buttons where the keyboard finds them, and says why they rest. */
export function SketchPalette({ id, blocks, full, locale, onAdd }: SketchPaletteProps) {
  const t = useTranslations('question.sketch')
  const fullId = `${id}-full`
  return (
    <div className="space-y-2">
      <p id={`${id}-palette`} className="font-medium text-sm">
        {t('palette')}
      </p>
      <ul aria-labelledby={`${id}-palette`} className="flex flex-wrap gap-2">
        {blocks.map((block) => (
          <li key={block.stage}>
            <Button
              aria-label={t('add', { block: block.label[locale] })}
              aria-disabled={full !== null}
              aria-describedby={full === null ? undefined : fullId}
              className="px-3 aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:text-muted"
              onClick={() => full === null && onAdd(block)}
            >
              <Plus aria-hidden className="size-4" />
              {block.label[locale]}
            </Button>
          </li>
        ))}
      </ul>
      {full !== null && (
        <p id={fullId} className="text-sm text-warn">
          {full}
        </p>
      )}
    </div>
  )
}
