import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/app/_components/ui/badge'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import type { ShownSuggestion, TaughtResult } from '@/lib/use-cases/read-result'

/** What a machine makes of the criteria that were left unsure, kept apart from the grading it does not change. */
export async function Suggestions({ result }: { result: TaughtResult }) {
  if (result.suggestions.length === 0) return null
  const [t, tRoom] = await Promise.all([getTranslations('teach.suggestions'), getTranslations('room')])
  return (
    <Card aria-labelledby="suggestions" className="space-y-5">
      <h2 id="suggestions" className="font-semibold text-xl">
        {t('title')}
      </h2>
      <Notice>{t('explanation')}</Notice>
      {result.items.map((item) => {
        const own = result.suggestions.filter(({ itemId }) => itemId === item.id)
        if (own.length === 0) return null
        return (
          <section key={item.id} aria-labelledby={`suggestions-${item.id}`} className="space-y-3">
            <h3 id={`suggestions-${item.id}`} className="font-semibold">
              {tRoom('problem', { number: item.position })}
            </h3>
            <ul className="space-y-4">
              {own.map((suggestion) => (
                <SuggestionEntry key={suggestion.criterion} suggestion={suggestion} />
              ))}
            </ul>
          </section>
        )
      })}
    </Card>
  )
}

async function SuggestionEntry({ suggestion }: { suggestion: ShownSuggestion }) {
  const [t, locale, format] = await Promise.all([
    getTranslations('teach.suggestions'),
    getLocale(),
    getFormatter(),
  ])
  const { title, verdict, quote, model, at } = suggestion
  return (
    <li className="space-y-1 border-line border-l-2 pl-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{title[locale]}</span>
        <Badge>{t(verdict)}</Badge>
      </p>
      {quote === '' ? (
        <p className="text-muted">{t('noQuote')}</p>
      ) : (
        <blockquote className="whitespace-pre-wrap break-words">“{quote}”</blockquote>
      )}
      <p className="break-words text-muted text-sm">
        {t('by', { model, when: format.dateTime(at, 'moment') })}
      </p>
    </li>
  )
}
