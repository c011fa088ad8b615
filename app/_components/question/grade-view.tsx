import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { Field, StoredResponse } from '@/lib/question/field'
import type { CriterionResult, GradeResult, PartResult } from '@/lib/question/grade-result'
import { Markdown } from '../markdown'
import { MarkedText } from './marked-text'
import { PartVerdict, verdictOf } from './part-verdict'

interface GradeViewProps {
  grade: GradeResult
  response: StoredResponse
  fields: readonly Field[]
  locale: Locale
}

/** The grading part by part: points, verdict, what to look at next, and the words it rests on. */
export function GradeView({ grade, response, fields, locale }: GradeViewProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {grade.parts.map((part) => (
        <li key={part.id} className="space-y-3 p-4">
          <PartView part={part} locale={locale} />
          {part.criteria && (
            <Rubric
              part={part}
              criteria={part.criteria}
              text={textOf(part, response, fields)}
              locale={locale}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** At most two decimals, without needless zeros. */
const short = (value: number): string => String(Math.round(value * 100) / 100)

function textOf(part: PartResult, response: StoredResponse, fields: readonly Field[]): string {
  const field = fields.find((each) => each.name === part.id) ?? fields.find((each) => each.kind === 'text')
  const value = field && response[field.name]
  return typeof value === 'string' ? value : ''
}

function PartView({ part, locale }: { part: PartResult; locale: Locale }) {
  const t = useTranslations('question.grade')
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-medium">{part.title[locale]}</p>
        <div className="flex items-center gap-3">
          <PartVerdict verdict={verdictOf(part)} />
          <span className="tabular-nums">
            {t('points', { score: short(part.score), max: short(part.max) })}
          </span>
        </div>
      </div>
      {part.feedback[locale] && <Markdown text={part.feedback[locale]} />}
    </div>
  )
}

interface RubricProps {
  part: PartResult
  criteria: readonly CriterionResult[]
  text: string
  locale: Locale
}

function Rubric({ part, criteria, text, locale }: RubricProps) {
  const t = useTranslations('question.grade')
  const numberOf = (criterion: string) => {
    const at = criteria.findIndex((each) => each.id === criterion)
    return at < 0 ? null : at + 1
  }
  const marks = [...part.evidence, ...criteria.flatMap((criterion) => criterion.evidence)]
  const evidence = [
    ...new Map(marks.map((mark) => [`${mark.criterion}/${mark.start}-${mark.end}`, mark])).values(),
  ]
  const roleWords = {
    support: t('support'),
    contradict: t('contradict'),
    misconception: t('misconception'),
    question: t('question'),
  }
  return (
    <div className="space-y-4">
      {text !== '' && evidence.length > 0 && (
        <div className="space-y-1">
          <p className="text-muted text-sm">{t('evidence')}</p>
          <MarkedText text={text} evidence={evidence} numberOf={numberOf} roleWords={roleWords} />
        </div>
      )}
      <div className="space-y-1">
        <p className="text-muted text-sm">{t('criteria')}</p>
        <ol className="space-y-3">
          {criteria.map((criterion, i) => (
            <li key={criterion.id} className="space-y-1">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="font-medium">
                  <sup className="mr-1 font-semibold">{i + 1}</sup>
                  {criterion.title[locale]}
                </p>
                <div className="flex items-center gap-3">
                  <PartVerdict verdict={criterion.decision} />
                  <span className="tabular-nums">
                    {t('points', {
                      score: short(criterion.score * criterion.weight * part.max),
                      max: short(criterion.weight * part.max),
                    })}
                  </span>
                </div>
              </div>
              {criterion.feedback[locale] && (
                <Markdown text={criterion.feedback[locale]} className="text-sm" />
              )}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
