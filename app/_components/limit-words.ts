import type { useTranslations } from 'next-intl'
import type { TimeLimit } from '@/lib/exam/schedule'

type Words = ReturnType<typeof useTranslations<'exams'>>

/** Tenths of a minute are enough for anybody. */
export const roundMinutes = (ms: number): number => Math.round(ms / 6_000) / 10

/** "60 minutes: 40 + 50 %": what is personal is told apart from what holds for all. */
export function limitWords(limit: TimeLimit | null, t: Words): string {
  if (limit === null) return t('noLimit')
  const parts = [
    String(limit.baseMinutes),
    ...(limit.addedPercent === 0 ? [] : [`${limit.addedPercent} %`]),
    ...(limit.addedMinutes === 0 ? [] : [String(limit.addedMinutes)]),
  ]
  const total = t('minutes', { minutes: roundMinutes(limit.totalMs) })
  return parts.length === 1 ? total : `${total}: ${parts.join(' + ')}`
}
