'use client'

import { assertNever } from '@/lib/core/assert-never'
import type { Locale } from '@/lib/core/localized'
import type { Field, StoredResponse } from '@/lib/question/field'
import { ChoiceField } from './choice-field'
import { FormulaField } from './formula-field'
import { SketchField } from './sketch-field'
import { TextField } from './text-field'

interface AnswerFieldsProps {
  fields: readonly Field[]
  response: StoredResponse
  onChange: (name: string, value: StoredResponse[string]) => void
  onBlur: () => void
  readOnly: boolean
  locale: Locale
  idPrefix: string
}

/** The answer fields of any problem, drawn from their description. The response lives with the caller. */
export function AnswerFields({ fields, idPrefix, ...shared }: AnswerFieldsProps) {
  return (
    <div className="space-y-5">
      {fields.map((field) => (
        <AnswerField key={field.name} field={field} id={`${idPrefix}-${field.name}`} {...shared} />
      ))}
    </div>
  )
}

function AnswerField({
  field,
  id,
  response,
  onChange,
  onBlur,
  readOnly,
  locale,
}: Omit<AnswerFieldsProps, 'fields' | 'idPrefix'> & { field: Field; id: string }) {
  const value = response[field.name]
  const common = { id, label: field.label[locale], hint: field.hint[locale], onBlur, readOnly }
  const text = typeof value === 'string' ? value : ''
  const write = (next: StoredResponse[string]) => onChange(field.name, next)
  switch (field.kind) {
    case 'expression':
    case 'integer':
    case 'padding':
    case 'size':
      return <FormulaField {...common} kind={field.kind} value={text} onChange={write} locale={locale} />
    case 'choice':
      return (
        <ChoiceField
          {...common}
          multiple={field.multiple}
          options={field.options}
          value={text}
          onChange={write}
          locale={locale}
        />
      )
    case 'text':
      return <TextField {...common} value={text} maxLength={field.maxLength} onChange={write} />
    case 'sketch':
      return (
        <SketchField
          {...common}
          blocks={field.blocks}
          maxStages={field.maxStages}
          value={Array.isArray(value) ? value : []}
          onChange={write}
          locale={locale}
        />
      )
    default:
      return assertNever(field)
  }
}
