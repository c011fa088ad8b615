'use client'

import { useDeferredValue, useMemo } from 'react'
import type { Locale } from '@/lib/core/localized'
import { cx } from '../ui/cx'
import { FieldFrame, inputLook } from './field-frame'
import { type PreviewedKind, previewField } from './field-preview'
import { Reading } from './reading'

interface FormulaFieldProps {
  id: string
  kind: PreviewedKind
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
  onBlur: () => void
  readOnly: boolean
  locale: Locale
}

const narrow: Record<PreviewedKind, string> = {
  expression: '',
  integer: 'max-w-60',
  padding: 'max-w-60',
  size: 'max-w-60',
}

/** A line for numbers, sizes and expressions, shown back as it is read. */
export function FormulaField({
  id,
  kind,
  label,
  hint,
  value,
  onChange,
  onBlur,
  readOnly,
  locale,
}: FormulaFieldProps) {
  const deferred = useDeferredValue(value)
  const preview = useMemo(() => previewField(kind, deferred), [kind, deferred])
  return (
    <FieldFrame id={id} label={label} hint={hint}>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        readOnly={readOnly}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-reading`}
        className={cx(inputLook, 'font-mono', narrow[kind])}
      />
      <div id={`${id}-reading`} className="-mt-1 min-h-8">
        <Reading preview={preview} text={deferred} locale={locale} />
      </div>
    </FieldFrame>
  )
}
