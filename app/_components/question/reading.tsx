import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { Preview } from '@/lib/grading/preview'
import { Formula } from './formula'
import { ScrollWhenWide } from './scroll-when-wide'
import { unreadableSpot } from './unreadable-spot'

/** Shows back how the text is read, or where reading stops and how to mend it. Never whether it is right. */
export function Reading({ preview, text, locale }: { preview: Preview; text: string; locale: Locale }) {
  const t = useTranslations('question.preview')
  if (preview.kind === 'empty') return null
  if (preview.kind === 'formula') {
    return (
      <ScrollWhenWide>
        <p className="flex min-h-9 items-center gap-3">
          <span className="shrink-0 text-muted text-xs">{t('readAs')}</span>
          <Formula tex={preview.tex} />
        </p>
      </ScrollWhenWide>
    )
  }
  return (
    <div className="space-y-1.5 text-sm">
      <UnreadableText text={text} at={preview.at} />
      <p className="text-warn">{preview.message[locale]}</p>
    </div>
  )
}

function UnreadableText({ text, at }: { text: string; at: number }) {
  const { before, spot, after } = unreadableSpot(text, at)
  return (
    <p aria-hidden className="break-all font-mono text-muted">
      {before}
      <span className="whitespace-pre rounded-sm bg-warn-soft px-px text-ink underline decoration-2 decoration-warn decoration-wavy underline-offset-4">
        {/* Where the text ends too early, the empty place after it is the spot. */}
        {spot === '' ? '\u00a0\u00a0' : spot}
      </span>
      {after}
    </p>
  )
}
