'use server'

import { cookies } from 'next/headers'
import { LOCALE_COOKIE } from '@/app/i18n/request'
import { isLocale } from '@/lib/core/localized'
import { currentLogin } from '@/lib/server/viewer'
import { isTheme, THEME_COOKIE } from './theme'

// Choices of the browser, not of a person: they hold before signing in too, and need no login.
const YEAR = { maxAge: 365 * 24 * 60 * 60, path: '/', sameSite: 'lax' } as const
// In a frame browsers keep no other.
const IN_FRAME = { ...YEAR, sameSite: 'none', secure: true, partitioned: true } as const
const lasting = async () => ((await currentLogin())?.inFrame ? IN_FRAME : YEAR)

export async function chooseLocale(locale: string): Promise<void> {
  if (isLocale(locale)) (await cookies()).set(LOCALE_COOKIE, locale, await lasting())
}

export async function chooseTheme(theme: string): Promise<void> {
  if (isTheme(theme)) (await cookies()).set(THEME_COOKIE, theme, await lasting())
}
