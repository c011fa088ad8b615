import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { GradeResult } from '@/lib/question/grade-result'

/** What a grade changed against the one before it: parts whose share differs, and criteria that were decided otherwise. */
export async function GradeChanges({ before, after }: { before: GradeResult; after: GradeResult }) {
  const [t, tDecision, locale, format] = await Promise.all([
    getTranslations('review.history'),
    getTranslations('statistics.decision'),
    getLocale(),
    getFormatter(),
  ])
  const share = ({ score, max }: { score: number; max: number }) =>
    format.number(score / max, { style: 'percent', maximumFractionDigits: 0 })
  const lines = after.parts.flatMap((part) => {
    const was = before.parts.find(({ id }) => id === part.id)
    if (!was) return []
    const whole =
      was.score / was.max === part.score / part.max
        ? []
        : [t('change', { what: part.title[locale], before: share(was), after: share(part) })]
    const criteria = (part.criteria ?? []).flatMap((criterion) => {
      const old = was.criteria?.find(({ id }) => id === criterion.id)
      return !old || old.decision === criterion.decision
        ? []
        : [
            t('change', {
              what: criterion.title[locale],
              before: tDecision(old.decision),
              after: tDecision(criterion.decision),
            }),
          ]
    })
    return [...whole, ...criteria]
  })
  if (lines.length === 0) return null
  return (
    <ul aria-label={t('changes')} className="text-sm">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
