import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'
import { PipelineShape } from './pipeline-shape'

type Pipeline = Extract<Figure, { kind: 'pipeline' }>

/** Stages with arrows between: from left to right where there is room, else one below the other. */
export function PipelineFigure({ figure, locale }: { figure: Pipeline; locale: Locale }) {
  return (
    <div role="img" aria-label={figure.alt[locale]} className="@container">
      <div className="mx-auto flex w-fit max-w-full flex-col @lg:flex-row @lg:flex-wrap @lg:justify-center @lg:gap-y-4">
        {figure.stages.map((stage, i) => (
          // An arrow wraps to the next line together with the stage it leads to.
          // biome-ignore lint/suspicious/noArrayIndexKey: stages have no identity but their place.
          <div key={i} className="flex flex-col @lg:flex-row">
            {i > 0 && <StageArrow />}
            <div className="flex items-center gap-3 @lg:w-32 @lg:flex-col @lg:gap-1 @lg:text-center">
              <PipelineShape shape={stage.shape} detail={stage.detail[locale]} />
              <div className="min-w-0">
                <p className="font-medium text-sm">{stage.title[locale]}</p>
                <p className="whitespace-pre-line text-balance text-muted text-sm tabular-nums">
                  {stage.detail[locale]}
                </p>
              </div>
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

const StageArrow = () => (
  <div className="flex w-16 shrink-0 justify-center py-1 text-muted @lg:h-20 @lg:w-9 @lg:items-center @lg:py-0">
    <svg viewBox="0 0 28 14" aria-hidden="true" className="h-5 w-6 rotate-90 @lg:rotate-0">
      <path d="M1 7h23M18 2l7 5-7 5" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  </div>
)
