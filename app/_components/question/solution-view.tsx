import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { Solution } from '@/lib/question/contract'
import type { GradeResult } from '@/lib/question/grade-result'
import { Markdown } from '../markdown'
import { FigureView } from './figure-view'

interface SolutionViewProps {
  solution: Solution
  grade: GradeResult | null
  locale: Locale
}

/** The recomputation for this student's numbers, and the model solution. */
export function SolutionView({ solution, grade, locale }: SolutionViewProps) {
  const t = useTranslations('question.solution')
  const steps = grade?.steps ?? []
  return (
    <div className="space-y-4">
      {steps.length > 0 && (
        <div className="space-y-2">
          <p className="text-muted text-sm">{t('steps')}</p>
          <ol className="list-decimal space-y-2 pl-5">
            {steps.map((step) => (
              <li key={step.en}>
                <Markdown text={step[locale]} />
              </li>
            ))}
          </ol>
        </div>
      )}
      <div className="space-y-2">
        <p className="text-muted text-sm">{t('model')}</p>
        <Markdown text={solution.text[locale]} />
      </div>
      {solution.figure && <FigureView figure={solution.figure} locale={locale} />}
    </div>
  )
}
