import { formatPoints } from '@/lib/exam/points'
import type { Description } from '@/lib/exam/statistics/describe'

/** Hundredths as points with at most one digit after the point; a dash for none. */
export const points = (hundredths: number | null): string =>
  hundredths === null ? '–' : formatPoints(Math.round(hundredths / 10) * 10)

export const fixed = (value: number | null, digits = 2): string =>
  value === null ? '–' : value.toFixed(digits)

export const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 100)} %`

/** Signed, in percent points. */
export const signedPercent = (share: number): string => {
  const value = Math.round(share * 100)
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0'
}

/** "1 / 2 / 3": the quartiles. */
export const quartiles = (d: Description, write: (value: number | null) => string): string =>
  [d.lowerQuartile, d.median, d.upperQuartile].map(write).join(' / ')
