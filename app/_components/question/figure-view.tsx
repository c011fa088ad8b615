import { assertNever } from '@/lib/core/assert-never'
import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'
import { LayeredNetworkFigure } from './layered-network-figure'
import { PipelineFigure } from './pipeline-figure'
import { UnrolledRecurrenceFigure } from './unrolled-recurrence-figure'

/** Draws a figure from its data; the sentence that says the same goes to screen readers. */
export function FigureView({ figure, locale }: { figure: Figure; locale: Locale }) {
  return (
    <figure className="rounded-lg border border-line bg-paper p-3 sm:p-4">
      <FigureDrawing figure={figure} locale={locale} />
    </figure>
  )
}

function FigureDrawing({ figure, locale }: { figure: Figure; locale: Locale }) {
  switch (figure.kind) {
    case 'layered-network':
      return <LayeredNetworkFigure figure={figure} locale={locale} />
    case 'pipeline':
      return <PipelineFigure figure={figure} locale={locale} />
    case 'unrolled-recurrence':
      return <UnrolledRecurrenceFigure figure={figure} locale={locale} />
    default:
      return assertNever(figure)
  }
}
