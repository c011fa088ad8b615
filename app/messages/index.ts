import type { Locale } from '@/lib/core/localized'
import en from './en.json'
import ko from './ko.json'
import questionEn from './question.en.json'
import questionKo from './question.ko.json'

/** All words of the pages. The English ones have the shape of the Korean ones, or it does not compile. */
export type Messages = typeof ko & { question: typeof questionKo }

export const messages: Record<Locale, Messages> = {
  ko: { ...ko, question: questionKo },
  en: { ...en, question: questionEn },
}
