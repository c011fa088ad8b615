import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLocale, type Locale } from '@/lib/core/localized'
import { messages } from '../messages'
import { formatsFor } from './formats'

export const LOCALE_COOKIE = 'locale'

/** The language chosen by hand, else the browser's first one of ours, else Korean. */
export async function chosenLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  const accepted = (await headers()).get('accept-language') ?? ''
  return (
    accepted
      .split(',')
      .map((entry) => entry.trim().slice(0, 2).toLowerCase())
      .find(isLocale) ?? 'ko'
  )
}

export default getRequestConfig(async () => {
  const locale = await chosenLocale()
  return { locale, messages: messages[locale], formats: formatsFor(locale), timeZone: 'Asia/Seoul' }
})
