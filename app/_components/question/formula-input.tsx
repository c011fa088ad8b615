'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo } from 'react'
import type { Locale } from '@/lib/core/localized'
import { cx } from '../ui/cx'
import { inputLook } from './field-frame'
import { type PreviewedKind, previewField } from './field-preview'
import { QuietStatus } from './quiet-status'
import { Reading } from './reading'

interface FormulaInputProps {
  id: string
  kind: PreviewedKind
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  readOnly: boolean
  locale: Locale
  /** Id of the hint, where there is one. */
  hintId?: string | undefined
  className?: string
}

/** A line for a number, a size or an expression; below it what was typed as it is read. */
export function FormulaInput({
  id,
  kind,
  value,
  onChange,
  onBlur,
  readOnly,
  locale,
  hintId,
  className,
}: FormulaInputProps) {
  const t = useTranslations('question.preview')
  const deferred = useDeferredValue(value)
  const preview = useMemo(() => previewField(kind, deferred), [kind, deferred])
  const readingId = `${id}-reading`
  const news =
    preview.kind === 'problem' ? preview.message[locale] : preview.kind === 'formula' ? t('readable') : ''
  return (
    <div className="space-y-1">
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        readOnly={readOnly}
        type="text"
        // A number pad only where no sign is needed: sizes have an x, expressions have everything.
        inputMode={kind === 'integer' ? 'numeric' : 'text'}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={hintId ? `${hintId} ${readingId}` : readingId}
        className={cx(inputLook, 'font-mono', className)}
      />
      <div id={readingId}>
        <Reading preview={preview} text={deferred} locale={locale} />
      </div>
      <QuietStatus text={news} />
    </div>
  )
}
