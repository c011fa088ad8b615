import { Fragment } from 'react'
import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'

type Pipeline = Extract<Figure, { kind: 'pipeline' }>
type Stage = Pipeline['stages'][number]

/** Stages from left to right, below one another where the page is narrow. */
export function PipelineFigure({ figure, locale }: { figure: Pipeline; locale: Locale }) {
  return (
    <div
      role="img"
      aria-label={figure.alt[locale]}
      className="flex flex-col items-center justify-center gap-1 sm:flex-row sm:flex-wrap"
    >
      {figure.stages.map((stage, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stages have no identity but their place.
        <Fragment key={i}>
          {i > 0 && <Arrow />}
          <div className="flex w-32 flex-col items-center gap-1 text-center">
            <StageShape shape={stage.shape} />
            <span className="font-medium text-sm">{stage.title[locale]}</span>
            <span className="min-h-5 text-muted text-sm tabular-nums">{stage.detail[locale]}</span>
          </div>
        </Fragment>
      ))}
    </div>
  )
}

const Arrow = () => (
  <svg viewBox="0 0 28 14" aria-hidden="true" className="h-4 w-7 shrink-0 rotate-90 text-muted sm:rotate-0">
    <path d="M1 7h23M19 2l6 5-6 5" fill="none" stroke="currentColor" strokeWidth="1.6" />
  </svg>
)

const CELLS = [0, 1, 2, 3]

function StageShape({ shape }: { shape: Stage['shape'] }) {
  if (shape === 'operation') {
    return (
      <svg viewBox="0 0 72 72" aria-hidden="true" className="size-16">
        <rect x="8" y="20" width="56" height="32" rx="8" fill="var(--raised)" stroke="var(--line-strong)" />
        <g fill="none" stroke="var(--accent)" strokeWidth="1.4">
          <rect x="25" y="25" width="22" height="22" />
          <path d="M32.3 25v22M39.7 25v22M25 32.3h22M25 39.7h22" />
        </g>
      </svg>
    )
  }
  return (
    <svg viewBox="0 0 72 72" aria-hidden="true" className="size-16">
      {shape === 'padded-grid' && (
        <rect
          x="6"
          y="6"
          width="60"
          height="60"
          fill="var(--warn-soft)"
          stroke="var(--warn)"
          strokeWidth="1.5"
          strokeDasharray="4 3"
        />
      )}
      <g fill="var(--accent-soft)" stroke="var(--accent)">
        {CELLS.flatMap((row) =>
          CELLS.map((column) => (
            <rect key={`${row}-${column}`} x={16 + column * 10} y={16 + row * 10} width="10" height="10" />
          )),
        )}
      </g>
    </svg>
  )
}
