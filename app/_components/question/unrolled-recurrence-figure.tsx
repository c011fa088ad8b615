import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'
import { Arrow, ArrowHead } from './arrow'
import { FigureLabel } from './figure-label'
import { textWidth } from './text-width'
import { CELL, layoutUnrolled, type UnrolledLayout } from './unrolled-recurrence-layout'
import { WideDrawing } from './wide-drawing'

type Unrolled = Extract<Figure, { kind: 'unrolled-recurrence' }>

const BACK = 14
const TOP = 62
const MIDDLE = TOP + CELL / 2
const BOTTOM = TOP + CELL
const INPUT = BOTTOM + 46

/** The network unrolled in time: states from left to right, inputs from below, the loss at the last step. */
export function UnrolledRecurrenceFigure({ figure, locale }: { figure: Unrolled; locale: Locale }) {
  const layout = layoutUnrolled(figure)
  const { columns, width, height } = layout
  const last = columns.at(-1)
  return (
    <WideDrawing width={width} height={height} alt={figure.alt[locale]} largest={1.6}>
      {columns.slice(1).map((to, i) => {
        const from = columns[i]
        if (!from) return null
        const start = from.x + from.half
        const end = to.x - to.half
        return (
          <g key={to.x} className="text-accent">
            <Arrow from={{ x: start + 2, y: MIDDLE }} to={{ x: end - 1, y: MIDDLE }} color="currentColor" />
            <FigureLabel label={layout.arrowLabel} x={(start + end) / 2} y={MIDDLE - 9} fontSize={17} />
          </g>
        )
      })}
      {columns.map(({ x, step }) =>
        step === null ? (
          <g key={x} fill="var(--muted)">
            {[-7, 0, 7].map((dx) => (
              <circle key={dx} cx={x + dx} cy={MIDDLE} r="1.8" />
            ))}
          </g>
        ) : (
          <Step key={x} x={x} state={`${figure.stateLabel}_${step}`} input={`${figure.inputLabel}_${step}`} />
        ),
      )}
      {last && (
        <>
          <Arrow from={{ x: last.x, y: TOP - 2 }} to={{ x: last.x, y: 28 }} color="var(--muted)" />
          <FigureLabel label={figure.lossLabel} x={last.x} y={BACK + 7} fontSize={19} />
        </>
      )}
      <Backward layout={layout} label={`∂${figure.lossLabel} / ∂${figure.stateLabel}_${firstStep(layout)}`} />
      {layout.legend && <FigureLabel label={layout.legend} x={width / 2} y={height - 8} fontSize={16} />}
    </WideDrawing>
  )
}

const firstStep = ({ columns }: UnrolledLayout): string => columns[0]?.step ?? '1'

/** One time step: its state and the input that it reads. */
function Step({ x, state, input }: { x: number; state: string; input: string }) {
  return (
    <>
      <rect
        x={x - CELL / 2}
        y={TOP}
        width={CELL}
        height={CELL}
        rx="9"
        fill="var(--accent-soft)"
        stroke="var(--accent)"
        strokeWidth="1.4"
      />
      <FigureLabel label={state} x={x} y={MIDDLE + 5} fontSize={19} />
      <Arrow from={{ x, y: INPUT - 17 }} to={{ x, y: BOTTOM + 1 }} color="var(--muted)" />
      <FigureLabel label={input} x={x} y={INPUT} fontSize={19} />
    </>
  )
}

/** The way of the gradient back from the loss to the first state, dashed; its name stands in a gap of the line. */
function Backward({ layout: { columns }, label }: { layout: UnrolledLayout; label: string }) {
  const first = columns[0]
  const last = columns.at(-1)
  if (!first || !last || first === last) return null
  const middle = (first.x + last.x) / 2
  const gap = textWidth(label, 17) / 2 + 4
  const color = 'var(--warn)'
  return (
    <g fill="none" stroke={color} strokeWidth="1.4" strokeDasharray="5 4" className="text-warn">
      <path d={`M${last.x - 13} ${BACK}H${middle + gap}`} />
      <path
        d={`M${middle - gap} ${BACK}H${first.x + 8}Q${first.x} ${BACK} ${first.x} ${BACK + 8}V${TOP - 7}`}
      />
      <g stroke="none">
        <ArrowHead from={{ x: first.x, y: 0 }} to={{ x: first.x, y: TOP - 2 }} color={color} />
        <FigureLabel label={label} x={middle} y={BACK + 5} fontSize={17} />
      </g>
    </g>
  )
}
