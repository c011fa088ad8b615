'use client'

import type { Locale } from '@/lib/core/localized'
import type { ChoiceOption } from '@/lib/question/field'
import { Markdown } from '../markdown'
import { FieldHint } from './field-frame'

interface ChoiceFieldProps {
  id: string
  label: string
  hint: string
  multiple: boolean
  options: readonly ChoiceOption[]
  /** Values of what is chosen, separated by commas. */
  value: string
  onChange: (value: string) => void
  onBlur: () => void
  readOnly: boolean
  locale: Locale
}

/** Options to choose one or several of: radio buttons or check boxes, the whole line to press. */
export function ChoiceField({
  id,
  label,
  hint,
  multiple,
  options,
  value,
  onChange,
  onBlur,
  readOnly,
  locale,
}: ChoiceFieldProps) {
  const chosen = value.split(',').filter((each) => each !== '')
  const choose = (option: string, on: boolean) => {
    if (!multiple) return onChange(option)
    onChange(
      options
        .map((each) => each.value)
        .filter((each) => (each === option ? on : chosen.includes(each)))
        .join(','),
    )
  }
  return (
    <fieldset
      id={id}
      className="space-y-2"
      aria-describedby={`${id}-hint`}
      disabled={readOnly}
      onBlur={onBlur}
    >
      <legend className="font-semibold">{label}</legend>
      <FieldHint id={id} hint={hint} />
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-lg border border-line-strong px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type={multiple ? 'checkbox' : 'radio'}
            name={id}
            value={option.value}
            checked={chosen.includes(option.value)}
            onChange={(event) => choose(option.value, event.target.checked)}
            className="mt-1 size-5 shrink-0"
          />
          <span className="font-semibold">{option.letter}.</span>
          <Markdown text={option.text[locale]} className="min-w-0" />
        </label>
      ))}
    </fieldset>
  )
}
