import { assertNever } from '@/lib/core/assert-never'
import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'
import { LayeredNetworkFigure } from './layered-network-figure'
import { PipelineFigure } from './pipeline-figure'
import { UnrolledRecurrenceFigure } from './unrolled-recurrence-figure'

interface FigureViewProps {
  figure: Figure
  locale: Locale
  /** Whether the sentence that says the same stands below; needless where the figure repeats what stands beside it. */
  caption?: boolean
}

/** Draws a figure from its data. On a phone it gives up its frame for width. */
export function FigureView({ figure, locale, caption = true }: FigureViewProps) {
  return (
    <figure className="space-y-3 sm:rounded-lg sm:border sm:border-line sm:bg-paper sm:p-4">
      <FigureDrawing figure={figure} locale={locale} />
      {caption && (
        // Hidden from screen readers only because the drawing has the same words as its name.
        <figcaption
          aria-hidden
          className="mx-auto max-w-prose text-center text-muted text-xs leading-relaxed"
        >
          {figure.alt[locale]}
        </figcaption>
      )}
    </figure>
  )
}

function FigureDrawing({ figure, locale }: Omit<FigureViewProps, 'caption'>) {
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
