import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentLogin, currentViewer } from '@/lib/server/viewer'
import { SiteHeader } from './_components/shell/site-header'
import { chosenTheme } from './_components/shell/theme'
import './globals.css'

export const metadata: Metadata = { title: { default: 'quizgrad', template: '%s · quizgrad' } }
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, theme, viewer, login, t] = await Promise.all([
    getLocale(),
    getMessages(),
    chosenTheme(),
    currentViewer(),
    currentLogin(),
    getTranslations(),
  ])
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body className="min-h-dvh">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-2"
        >
          {t('skip')}
        </a>
        <NextIntlClientProvider locale={locale} messages={messages}>
          <SiteHeader viewer={viewer} inFrame={login?.inFrame === true} locale={locale} theme={theme} />
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-5xl px-4 py-6 outline-none sm:px-6 sm:py-8"
          >
            {children}
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
