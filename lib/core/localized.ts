import { z } from 'zod'

/** The languages of the product, first one first. */
export const locales = ['ko', 'en'] as const
export type Locale = (typeof locales)[number]

/** Words in every language of the product. */
export const localizedSchema = z.object({ ko: z.string(), en: z.string() }).readonly()
export type Localized = z.infer<typeof localizedSchema>

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)
