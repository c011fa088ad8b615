'use client'

import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { Preview } from '@/lib/grading/preview'
import { Formula } from './formula'

/** Shows back how the text is read, or where reading stops and how to mend it. */
export function Reading({ preview, text, locale }: { preview: Preview; text: string; locale: Locale }) {
  const t = useTranslations('question.preview')
  if (preview.kind === 'empty') return null
  if (preview.kind === 'formula') {
    return (
      <div className="flex min-h-8 items-center gap-2 overflow-x-auto">
        <span className="shrink-0 text-muted text-sm">{t('readAs')}</span>
        <Formula tex={preview.tex} />
      </div>
    )
  }
  return (
    <div className="space-y-1 text-sm">
      <p className="text-warn">{preview.message[locale]}</p>
      {text.length <= 300 && preview.at < text.length && (
        <p className="break-all rounded bg-raised px-2 py-1 font-mono">
          {text.slice(0, preview.at)}
          <mark className="bg-mark text-ink underline decoration-2 decoration-wavy" title={t('stops')}>
            {text.slice(preview.at)}
          </mark>
        </p>
      )}
    </div>
  )
}
