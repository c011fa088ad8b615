import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { ResultItem } from '@/lib/use-cases/read-result'
import { shortNumber } from '../question/short-number'

interface PartPointsProps {
  parts: NonNullable<ResultItem['parts']>
  /** Hundredths of the whole problem, shared among the parts. */
  points: number
  locale: Locale
}

/** The points of each part where verdicts and feedback are not released. */
export function PartPoints({ parts, points, locale }: PartPointsProps) {
  const t = useTranslations('result')
  const tGrade = useTranslations('question.grade')
  const whole = parts.reduce((sum, part) => sum + part.max, 0)
  const scale = whole === 0 ? 1 : points / 100 / whole
  return (
    <section className="space-y-2">
      <h3 className="font-semibold">{t('grading')}</h3>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {parts.map((part) => (
          <li key={part.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-3">
            <span>{part.title[locale]}</span>
            <span className="font-medium whitespace-nowrap tabular-nums">
              {tGrade('points', {
                score: shortNumber(part.score * scale),
                max: shortNumber(part.max * scale),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
