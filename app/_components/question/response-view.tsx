import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import { isFieldAnswered } from '@/lib/question/answered'
import type { Field, StoredResponse } from '@/lib/question/field'
import { Markdown } from '../markdown'
import { previewField } from './field-preview'
import { FigureView } from './figure-view'
import { Formula } from './formula'
import { ScrollWhenWide } from './scroll-when-wide'
import { sketchFigure } from './sketch-figure'

interface ResponseViewProps {
  fields: readonly Field[]
  response: StoredResponse
  locale: Locale
}

/** What was answered, as typed and as read. */
export function ResponseView({ fields, response, locale }: ResponseViewProps) {
  const t = useTranslations('question')
  return (
    <dl className="space-y-3">
      {fields.map((field) => (
        <div key={field.name} className="space-y-1">
          <dt className="text-muted text-sm">{field.label[locale]}</dt>
          <dd>
            {isFieldAnswered(field, response) ? (
              <Answer field={field} value={response[field.name]} locale={locale} />
            ) : (
              <span className="text-muted italic">{t('notAnswered')}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Answer({
  field,
  value,
  locale,
}: {
  field: Field
  value: StoredResponse[string] | undefined
  locale: Locale
}) {
  if (field.kind === 'sketch') {
    return Array.isArray(value) ? (
      <FigureView figure={sketchFigure(value, field.blocks)} locale={locale} caption={false} />
    ) : null
  }
  if (typeof value !== 'string') return null
  if (field.kind === 'text') {
    return <p className="whitespace-pre-wrap rounded-lg bg-raised p-3 leading-relaxed">{value}</p>
  }
  if (field.kind === 'choice') {
    const chosen = value.split(',')
    return (
      <ul className="space-y-1">
        {field.options
          .filter((option) => chosen.includes(option.value))
          .map((option) => (
            <li key={option.value} className="flex gap-2">
              <span className="font-semibold">{option.letter}.</span>
              <Markdown text={option.text[locale]} />
            </li>
          ))}
      </ul>
    )
  }
  const preview = previewField(field.kind, value)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <code className="whitespace-pre-wrap break-all rounded bg-raised px-2 py-1 font-mono">{value}</code>
      {preview.kind === 'formula' && (
        <ScrollWhenWide className="min-w-0 py-1">
          <Formula tex={preview.tex} />
        </ScrollWhenWide>
      )}
    </div>
  )
}
