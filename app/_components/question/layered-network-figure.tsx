import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'
import { LABEL_SIZE, type LayerColumn, layoutNetwork, UNIT_RADIUS } from './layered-network-layout'
import { WideDrawing } from './wide-drawing'

type LayeredNetwork = Extract<Figure, { kind: 'layered-network' }>

const BIAS_HALF = 8

/** A fully connected network from left to right. A bias is a square that feeds every unit of its layer. */
export function LayeredNetworkFigure({ figure, locale }: { figure: LayeredNetwork; locale: Locale }) {
  const { width, height, columns } = layoutNetwork(figure, locale)
  return (
    <WideDrawing width={width} height={height} alt={figure.alt[locale]} largest={1.45}>
      {columns.map((column, i) => {
        const before = columns[i - 1]
        return before && <Connection key={column.x} from={before} to={column} />
      })}
      {columns.map((column) => (
        <Layer key={column.x} column={column} />
      ))}
    </WideDrawing>
  )
}

function Connection({ from, to }: { from: LayerColumn; to: LayerColumn }) {
  const end = to.x - UNIT_RADIUS
  return (
    <>
      <path
        d={from.units
          .flatMap((a) => to.units.map((b) => `M${from.x + UNIT_RADIUS} ${a}L${end} ${b}`))
          .join('')}
        stroke="var(--line-strong)"
        strokeWidth="0.7"
        opacity="0.6"
      />
      {to.bias && (
        <path
          d={to.units.map((y) => `M${to.bias?.x} ${to.bias?.y}L${end} ${y}`).join('')}
          stroke="var(--warn)"
          strokeWidth="0.9"
          strokeDasharray="3 2.5"
          opacity="0.75"
        />
      )}
    </>
  )
}

function Layer({ column: { x, units, gap, bias, count, countY, lines } }: { column: LayerColumn }) {
  return (
    <g textAnchor="middle">
      {bias && <Bias {...bias} />}
      {units.map((y) => (
        <circle
          key={y}
          cx={x}
          cy={y}
          r={UNIT_RADIUS}
          fill="var(--accent-soft)"
          stroke="var(--accent)"
          strokeWidth="1.4"
        />
      ))}
      {gap !== null &&
        [-6, 0, 6].map((dy) => <circle key={dy} cx={x} cy={gap + dy} r="1.5" fill="var(--muted)" />)}
      <text x={x} y={countY} fontSize="17" fontWeight="700" fill="currentColor">
        {count}
      </text>
      {lines.map(({ text, y }) => (
        <text key={y} x={x} y={y} fontSize={LABEL_SIZE} fill="var(--muted)">
          {text}
        </text>
      ))}
    </g>
  )
}

const Bias = ({ x, y }: { x: number; y: number }) => (
  <>
    <rect
      x={x - BIAS_HALF}
      y={y - BIAS_HALF}
      width={2 * BIAS_HALF}
      height={2 * BIAS_HALF}
      rx="2.5"
      fill="var(--warn-soft)"
      stroke="var(--warn)"
      strokeWidth="1.2"
    />
    <text
      x={x}
      y={y + 4.5}
      fontSize="14"
      fontStyle="italic"
      fontFamily="KaTeX_Math, serif"
      fill="var(--warn)"
    >
      b
    </text>
  </>
)
