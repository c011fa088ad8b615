import { useId } from 'react'

interface HistogramChartProps {
  /** By bin, one series or two to compare: the second is hatched. */
  series: readonly (readonly number[])[]
  /** Words at the bins' edges: one more than there are bins. */
  edges: readonly string[]
}

const WIDTH = 360
const HEIGHT = 180
const BOTTOM = 24
const TOP = 18

/** Bars with their counts on top; told apart by their filling, not by colour. */
export function HistogramChart({ series, edges }: HistogramChartProps) {
  const hatch = useId()
  const bins = edges.length - 1
  const most = Math.max(1, ...series.flat())
  const slot = (WIDTH - 16) / bins
  const bar = (slot - 4) / series.length
  const height = (count: number) => ((HEIGHT - BOTTOM - TOP) * count) / most
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full max-w-xl" role="presentation">
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="fill-surface" />
          <rect width="2.2" height="5" className="fill-accent" />
        </pattern>
      </defs>
      <line x1="8" x2={WIDTH - 8} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className="stroke-line-strong" />
      {series.map((counts, which) =>
        counts.map((count, i) => {
          const x = 8 + slot * i + 2 + bar * which
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: bins have no other name than their place.
            <g key={`${which}-${i}`}>
              <rect
                x={x}
                y={HEIGHT - BOTTOM - height(count)}
                width={bar}
                height={height(count)}
                className={which === 0 ? 'fill-accent stroke-accent' : 'stroke-accent'}
                {...(which === 0 ? {} : { fill: `url(#${hatch})` })}
              />
              {count > 0 && (
                <text
                  x={x + bar / 2}
                  y={HEIGHT - BOTTOM - height(count) - 4}
                  textAnchor="middle"
                  className="fill-ink"
                  fontSize={series.length > 1 ? 9 : 11}
                >
                  {count}
                </text>
              )}
            </g>
          )
        }),
      )}
      {edges.map((edge, i) =>
        // Every second edge: more do not fit on a phone.
        i % 2 === 0 ? (
          <text
            key={edge}
            x={8 + slot * i}
            y={HEIGHT - 7}
            textAnchor={i === 0 ? 'start' : i === bins ? 'end' : 'middle'}
            className="fill-muted"
            fontSize="11"
          >
            {edge}
          </text>
        ) : null,
      )}
    </svg>
  )
}
