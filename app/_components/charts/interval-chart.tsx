interface Interval {
  readonly label: string
  readonly value: number
  readonly low: number
  readonly high: number
}

interface IntervalChartProps {
  intervals: readonly Interval[]
  /** Ends of the axis. */
  from: number
  to: number
  ticks: readonly number[]
}

const WIDTH = 360
const ROW = 28

/** Points with their intervals, one below the other, on a common axis; a line at 0. */
export function IntervalChart({ intervals, from, to, ticks }: IntervalChartProps) {
  const left = 34
  const x = (value: number) => left + ((WIDTH - left - 12) * (value - from)) / (to - from)
  const height = ROW * intervals.length + 28
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} className="w-full max-w-xl" role="presentation">
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={x(tick)}
            x2={x(tick)}
            y1="4"
            y2={height - 22}
            className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'}
          />
          <text x={x(tick)} y={height - 7} textAnchor="middle" className="fill-muted" fontSize="11">
            {tick}
          </text>
        </g>
      ))}
      {intervals.map(({ label, value, low, high }, i) => {
        const y = ROW * i + ROW / 2 + 4
        return (
          <g key={label}>
            <text x="4" y={y + 4} className="fill-ink" fontSize="12">
              {label}
            </text>
            <line x1={x(low)} x2={x(high)} y1={y} y2={y} className="stroke-accent" strokeWidth="2" />
            {[low, high].map((end) => (
              <line
                key={end}
                x1={x(end)}
                x2={x(end)}
                y1={y - 5}
                y2={y + 5}
                className="stroke-accent"
                strokeWidth="2"
              />
            ))}
            <circle cx={x(value)} cy={y} r="5" className="fill-accent" />
          </g>
        )
      })}
    </svg>
  )
}
