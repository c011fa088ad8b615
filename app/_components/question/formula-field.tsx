'use client'

import type { Locale } from '@/lib/core/localized'
import { FieldFrame } from './field-frame'
import type { PreviewedKind } from './field-preview'
import { FormulaInput } from './formula-input'

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

/** A labelled line for numbers, sizes and expressions; all but expressions are short. */
export function FormulaField({ id, label, hint, kind, ...rest }: FormulaFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint}>
      {/* The place of the formula is kept free, so that nothing below jumps at the first key. */}
      <div className="min-h-20">
        <FormulaInput
          id={id}
          kind={kind}
          hintId={hint ? `${id}-hint` : undefined}
          className={kind === 'expression' ? '' : 'max-w-72'}
          {...rest}
        />
      </div>
    </FieldFrame>
  )
}
