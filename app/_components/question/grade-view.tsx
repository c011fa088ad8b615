import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { Field, StoredResponse } from '@/lib/question/field'
import type { GradeResult, PartResult } from '@/lib/question/grade-result'
import { Markdown } from '../markdown'
import { PartVerdict, verdictOf } from './part-verdict'
import { RubricView } from './rubric-view'
import { shortNumber } from './short-number'

interface GradeViewProps {
  grade: GradeResult
  response: StoredResponse
  fields: readonly Field[]
  locale: Locale
  /** Points of the whole problem: the parts are then shown as their shares of it, else in the grader's own measure. */
  points?: number
}

/** The grading part by part: points, verdict, what to look at next, and the words it rests on. */
export function GradeView({ grade, response, fields, locale, points }: GradeViewProps) {
  const whole = grade.parts.reduce((sum, part) => sum + part.max, 0)
  const scale = points === undefined || whole === 0 ? 1 : points / whole
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {grade.parts.map((part) => (
        <li key={part.id} className="space-y-4 p-4">
          <PartView part={part} scale={scale} locale={locale} />
          {part.criteria && part.criteria.length > 0 && (
            <RubricView
              part={part}
              criteria={part.criteria}
              text={typedText(part, response, fields)}
              scale={scale}
              locale={locale}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the evidence of a part points into: the field of its name, else the problem's text field. */
function typedText(part: PartResult, response: StoredResponse, fields: readonly Field[]): string {
  const field = fields.find(({ name }) => name === part.id) ?? fields.find(({ kind }) => kind === 'text')
  const value = field && response[field.name]
  return typeof value === 'string' ? value : ''
}

function PartView({ part, scale, locale }: { part: PartResult; scale: number; locale: Locale }) {
  const t = useTranslations('question.grade')
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h4 className="font-medium">{part.title[locale]}</h4>
        <p className="flex items-center gap-3">
          <PartVerdict verdict={verdictOf(part)} />
          <span className="font-medium whitespace-nowrap tabular-nums">
            {t('points', { score: shortNumber(part.score * scale), max: shortNumber(part.max * scale) })}
          </span>
        </p>
      </div>
      {part.feedback[locale] && <Markdown text={part.feedback[locale]} className="text-sm" />}
    </div>
  )
}
