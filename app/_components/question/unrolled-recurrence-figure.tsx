import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'
import { Subscripted } from './subscripted'

type Unrolled = Extract<Figure, { kind: 'unrolled-recurrence' }>

const CELL = 46
const GAP = 44
const TOP = 66

const withStep = (label: string, step: string) => `${label}_${step}`

/** The network unrolled in time: states left to right, inputs from below, the loss at the last step. */
export function UnrolledRecurrenceFigure({ figure, locale }: { figure: Unrolled; locale: Locale }) {
  const { steps } = figure
  const x = (i: number) => 26 + CELL / 2 + i * (CELL + GAP)
  const width = x(steps.length - 1) + CELL / 2 + 26
  const mid = TOP + CELL / 2
  const last = steps.length - 1
  return (
    <svg
      viewBox={`0 0 ${width} 190`}
      role="img"
      aria-label={figure.alt[locale]}
      className="mx-auto block h-auto w-full text-ink"
      style={{ maxWidth: `${width * 1.3}px` }}
    >
      <defs>
        <marker
          id="rnn-head"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" fill="var(--muted)" />
        </marker>
        <marker
          id="rnn-back"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" fill="var(--bad)" />
        </marker>
      </defs>
      {steps.slice(1).map((step, i) => (
        <g key={`arrow-${x(i)}`}>
          <line
            x1={x(i) + CELL / 2 - (steps[i] === null ? 8 : 0)}
            x2={x(i + 1) - CELL / 2 + (step === null ? 8 : -2)}
            y1={mid}
            y2={mid}
            stroke="var(--muted)"
            strokeWidth="1.5"
            markerEnd="url(#rnn-head)"
          />
          <text x={(x(i) + x(i + 1)) / 2} y={mid - 8} textAnchor="middle" fontSize="15" fill="var(--accent)">
            <Subscripted label={figure.recurrentLabel} />
          </text>
        </g>
      ))}
      {steps.map((step, i) =>
        step === null ? (
          <text key={x(i)} x={x(i)} y={mid + 6} textAnchor="middle" fontSize="22" fill="var(--muted)">
            ⋯
          </text>
        ) : (
          <g key={x(i)}>
            <line
              x1={x(i)}
              x2={x(i)}
              y1={TOP + CELL + 34}
              y2={TOP + CELL + 2}
              stroke="var(--muted)"
              strokeWidth="1.5"
              markerEnd="url(#rnn-head)"
            />
            <rect
              x={x(i) - CELL / 2}
              y={TOP}
              width={CELL}
              height={CELL}
              rx="10"
              fill="var(--accent-soft)"
              stroke="var(--accent)"
              strokeWidth="1.5"
            />
            <text x={x(i)} y={mid + 6} textAnchor="middle" fontSize="17" fill="currentColor">
              <Subscripted label={withStep(figure.stateLabel, step)} />
            </text>
            <text x={x(i)} y={TOP + CELL + 54} textAnchor="middle" fontSize="16" fill="currentColor">
              <Subscripted label={withStep(figure.inputLabel, step)} />
            </text>
          </g>
        ),
      )}
      <line
        x1={x(last)}
        x2={x(last)}
        y1={TOP}
        y2={38}
        stroke="var(--muted)"
        strokeWidth="1.5"
        markerEnd="url(#rnn-head)"
      />
      <text x={x(last)} y={30} textAnchor="middle" fontSize="17" fill="currentColor">
        <Subscripted label={figure.lossLabel} />
      </text>
      <path
        d={`M${x(last) - 18} 26 H${x(0)} V${TOP - 4}`}
        fill="none"
        stroke="var(--bad)"
        strokeWidth="1.4"
        strokeDasharray="5 4"
        markerEnd="url(#rnn-back)"
      />
      <text x={(x(0) + x(last)) / 2} y={18} textAnchor="middle" fontSize="14" fill="var(--bad)">
        {`∂${figure.lossLabel.split('_')[0] ?? ''} / ∂`}
        <Subscripted label={withStep(figure.stateLabel, steps[0] ?? '1')} />
      </text>
    </svg>
  )
}
