import { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { Solution } from '@/lib/question/contract'
import type { GradeResult } from '@/lib/question/grade-result'
import { Markdown } from '../markdown'
import { FigureView } from './figure-view'
import { ScrollWhenWide } from './scroll-when-wide'

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
    <div className="space-y-6">
      {steps.length > 0 && (
        <section className="space-y-2">
          <h4 className="font-medium text-muted text-sm">{t('steps')}</h4>
          <ol className="space-y-2 border-accent border-l-2 pl-4">
            {steps.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place.
              <li key={i}>
                <ScrollWhenWide>
                  <Markdown text={step[locale]} />
                </ScrollWhenWide>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className="space-y-2">
        <h4 className="font-medium text-muted text-sm">{t('model')}</h4>
        <ScrollWhenWide>
          <Markdown text={solution.text[locale]} />
        </ScrollWhenWide>
        {solution.figure && (
          <div className="pt-2">
            <FigureView figure={solution.figure} locale={locale} />
          </div>
        )}
      </section>
    </div>
  )
}
