import type { Locale } from '@/lib/core/localized'
import type { PublicQuestion } from '@/lib/question/public-view'
import { Markdown } from '../markdown'
import { FigureView } from './figure-view'

/** What is asked: words, formulas and the drawing. */
export function Statement({ question, locale }: { question: PublicQuestion; locale: Locale }) {
  return (
    <div className="space-y-4">
      <Markdown text={question.statement[locale]} />
      {question.figure && <FigureView figure={question.figure} locale={locale} />}
    </div>
  )
}
