import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { CriterionResult, Evidence, PartResult } from '@/lib/question/grade-result'
import { Markdown } from '../markdown'
import { MarkLegend } from './mark-legend'
import { MarkedText } from './marked-text'
import { PartVerdict } from './part-verdict'
import { shortNumber } from './short-number'

interface RubricViewProps {
  part: PartResult
  criteria: readonly CriterionResult[]
  /** The answer as typed. */
  text: string
  /** Points for one unit of the part's score. */
  scale: number
  locale: Locale
}

/** The criteria of an explanation, numbered, and the answer with the words that each one rests on. */
export function RubricView({ part, criteria, text, scale, locale }: RubricViewProps) {
  const t = useTranslations('question.grade')
  const evidence = distinct([...criteria.flatMap((criterion) => criterion.evidence), ...part.evidence])
  const numberOf = (id: string) => {
    const at = criteria.findIndex((criterion) => criterion.id === id)
    return at < 0 ? null : at + 1
  }
  return (
    <div className="space-y-5">
      {text !== '' && evidence.length > 0 && (
        <div className="space-y-2">
          <h5 className="text-muted text-sm">{t('evidence')}</h5>
          <MarkedText text={text} evidence={evidence} numberOf={numberOf} />
          <MarkLegend evidence={evidence} />
        </div>
      )}
      <div className="space-y-2">
        <h5 className="text-muted text-sm">{t('criteria')}</h5>
        <ol className="divide-y divide-line rounded-lg border border-line">
          {criteria.map((criterion, i) => (
            <Criterion
              key={criterion.id}
              criterion={criterion}
              number={i + 1}
              max={criterion.weight * part.max * scale}
              locale={locale}
            />
          ))}
        </ol>
      </div>
    </div>
  )
}

/** A part often repeats the evidence of its criteria. */
const distinct = (evidence: readonly Evidence[]): Evidence[] => [
  ...new Map(
    evidence.map((mark) => [`${mark.criterion} ${mark.role} ${mark.start} ${mark.end}`, mark]),
  ).values(),
]

interface CriterionProps {
  criterion: CriterionResult
  number: number
  max: number
  locale: Locale
}

function Criterion({ criterion, number, max, locale }: CriterionProps) {
  const t = useTranslations('question.grade')
  return (
    <li className="flex gap-3 p-3">
      <span
        aria-hidden
        className="mt-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-raised font-bold text-xs tabular-nums"
      >
        {number}
      </span>
      <div className="min-w-0 grow space-y-1">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <p className="font-medium">{criterion.title[locale]}</p>
          <p className="flex items-center gap-3">
            <PartVerdict verdict={criterion.decision} />
            <span className="text-sm whitespace-nowrap tabular-nums">
              {t('points', { score: shortNumber(criterion.score * max), max: shortNumber(max) })}
            </span>
          </p>
        </div>
        {criterion.feedback[locale] && <Markdown text={criterion.feedback[locale]} className="text-sm" />}
      </div>
    </li>
  )
}
