'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { type Locale, locales } from '@/lib/core/localized'
import { cx } from '../ui/cx'
import { chooseLocale, chooseTheme } from './actions'
import type { Theme } from './theme'

const names: Record<Locale, { short: string; full: string }> = {
  ko: { short: '한국어', full: '한국어' },
  en: { short: 'EN', full: 'English' },
}
const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const icons = { system: Monitor, light: Sun, dark: Moon } as const

/** Language and brightness. The page is drawn anew by the server; what was typed stays, since nothing is unmounted. */
export function DisplaySettings({ locale, theme }: { locale: Locale; theme: Theme }) {
  const t = useTranslations('settings')
  const [pending, start] = useTransition()
  const Icon = icons[theme]
  return (
    <div className="flex items-center gap-1" aria-busy={pending}>
      <fieldset className="flex rounded-lg border border-line p-0.5">
        <legend className="sr-only">{t('language')}</legend>
        {locales.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-label={names[each].full}
            aria-pressed={each === locale}
            onClick={() => start(() => chooseLocale(each))}
            className={cx(
              'min-h-9 min-w-11 rounded-md px-2 text-sm',
              each === locale ? 'bg-accent-soft font-semibold text-accent' : 'text-muted hover:bg-raised',
            )}
          >
            {names[each].short}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        onClick={() => start(() => chooseTheme(nextTheme[theme]))}
        aria-label={`${t('theme')}: ${t(theme)}`}
        title={`${t('theme')}: ${t(theme)}`}
        className="inline-flex size-11 items-center justify-center rounded-lg text-muted hover:bg-raised"
      >
        <Icon aria-hidden className="size-5" />
      </button>
    </div>
  )
}
