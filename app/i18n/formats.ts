import type { Formats } from 'next-intl'
import type { Locale } from '@/lib/core/localized'

/**
 * How times are written, by name. Korean ones by 24 hours: what stands for morning and afternoon differs between the
 * server's language data and browsers', and a page that says the one and then the other is drawn anew under the reader.
 */
export const formatsFor = (locale: Locale) => {
  const hours = locale === 'ko' ? ({ hourCycle: 'h23' } as const) : {}
  return {
    dateTime: {
      date: { dateStyle: 'medium' },
      /** Short, for tables. */
      brief: { dateStyle: 'short', timeStyle: 'short', ...hours },
      moment: { dateStyle: 'medium', timeStyle: 'short', ...hours },
      /** To the second. */
      exact: { dateStyle: 'medium', timeStyle: 'medium', ...hours },
      zoned: { dateStyle: 'medium', timeStyle: 'long', ...hours },
      time: { timeStyle: 'short', ...hours },
      clock: { timeStyle: 'medium', ...hours },
    },
  } satisfies Formats
}
