import { getLocale, getTranslations } from 'next-intl/server'
import { ResponseView } from '@/app/_components/question/response-view'
import type { Field, StoredResponse } from '@/lib/question/field'
import { TextDiff } from './text-diff'

interface AnswerChangesProps {
  fields: readonly Field[]
  /** The revision before; null for the first. */
  before: StoredResponse | null
  response: StoredResponse
}

/** A saved answer by what it changed: texts word by word, everything else as it stood afterwards. */
export async function AnswerChanges({ fields, before, response }: AnswerChangesProps) {
  const [t, locale] = await Promise.all([getTranslations('review.history'), getLocale()])
  if (before === null) return <ResponseView fields={fields} response={response} locale={locale} />
  const changed = fields.filter(
    ({ name }) => JSON.stringify(before[name] ?? null) !== JSON.stringify(response[name] ?? null),
  )
  if (changed.length === 0) return <p className="text-muted">{t('unchanged')}</p>
  return (
    <div className="space-y-3">
      {changed.map((field) => {
        const [was, is] = [before[field.name] ?? '', response[field.name] ?? '']
        return typeof was === 'string' && typeof is === 'string' && field.kind !== 'choice' ? (
          <div key={field.name} className="space-y-1">
            <p className="text-muted text-sm">{field.label[locale]}</p>
            <TextDiff before={was} after={is} />
          </div>
        ) : (
          <ResponseView key={field.name} fields={[field]} response={response} locale={locale} />
        )
      })}
    </div>
  )
}
