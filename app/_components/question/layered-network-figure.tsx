import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'

type LayeredNetwork = Extract<Figure, { kind: 'layered-network' }>

const MOST_DRAWN = 6
const RADIUS = 9
const ROW = 30
const COLUMN = 136
const TOP = 18
const BOTTOM = 56
/** Biases stand a little before the layer that they feed. */
const BIAS_SHIFT = 52

interface Unit {
  readonly y: number
  readonly kind: 'unit' | 'gap'
}

/** Rows of a layer, centred: all units, or the first and last ones with a gap between. */
function layerRows(units: number, height: number): Unit[] {
  const kinds: Unit['kind'][] =
    units <= MOST_DRAWN
      ? Array.from({ length: units }, () => 'unit')
      : ['unit', 'unit', 'unit', 'gap', 'unit', 'unit']
  const top = (height - (kinds.length - 1) * ROW) / 2
  return kinds.map((kind, i) => ({ kind, y: TOP + top + i * ROW }))
}

/** A fully connected network, input layer left; a square b with dashed lines gives its bias to every unit of a layer. */
export function LayeredNetworkFigure({ figure, locale }: { figure: LayeredNetwork; locale: Locale }) {
  const { layers, biases } = figure
  const rows = Math.max(...layers.map((layer) => Math.min(layer.units, MOST_DRAWN)))
  const height = (rows - 1) * ROW
  const biasY = TOP + height + ROW
  const columns = layers.map((layer, i) => ({
    layer,
    x: COLUMN / 2 + i * COLUMN,
    rows: layerRows(layer.units, height),
    biased: biases && i > 0,
  }))
  const width = COLUMN * layers.length
  const full = TOP + height + (biases ? ROW : 0) + BOTTOM
  return (
    <svg
      viewBox={`0 0 ${width} ${full}`}
      role="img"
      aria-label={figure.alt[locale]}
      className="mx-auto block h-auto w-full text-ink"
      style={{ maxWidth: `${width * 1.2}px` }}
    >
      <g stroke="var(--line-strong)" strokeWidth="0.7" opacity="0.6">
        {columns
          .slice(1)
          .flatMap(({ x, rows: to }, i) =>
            unitsOf(columns[i]?.rows ?? []).flatMap((a) =>
              unitsOf(to).map((b) => (
                <line key={`${x}-${a.y}-${b.y}`} x1={x - COLUMN + RADIUS} y1={a.y} x2={x - RADIUS} y2={b.y} />
              )),
            ),
          )}
      </g>
      {columns.map(({ x, rows: units, layer, biased }) => (
        <g key={x}>
          {biased && (
            <g stroke="var(--warn)" strokeWidth="0.9" strokeDasharray="3 2">
              {unitsOf(units).map((unit) => (
                <line
                  key={unit.y}
                  x1={x - BIAS_SHIFT}
                  y1={biasY - RADIUS}
                  x2={x - RADIUS + 1}
                  y2={unit.y + 3}
                />
              ))}
              <rect
                x={x - BIAS_SHIFT - RADIUS}
                y={biasY - RADIUS}
                width={2 * RADIUS}
                height={2 * RADIUS}
                rx="3"
                fill="var(--warn-soft)"
                strokeDasharray="none"
              />
              <text
                x={x - BIAS_SHIFT}
                y={biasY + 4.5}
                textAnchor="middle"
                fontSize="13"
                fontStyle="italic"
                stroke="none"
                fill="currentColor"
              >
                b
              </text>
            </g>
          )}
          {units.map((unit) =>
            unit.kind === 'gap' ? (
              <text key={unit.y} x={x} y={unit.y + 5} textAnchor="middle" fontSize="15" fill="var(--muted)">
                ⋮
              </text>
            ) : (
              <circle
                key={unit.y}
                cx={x}
                cy={unit.y}
                r={RADIUS}
                fill="var(--accent-soft)"
                stroke="var(--accent)"
                strokeWidth="1.5"
              />
            ),
          )}
          <text x={x} y={full - 26} textAnchor="middle" fontSize="18" fontWeight="700" fill="currentColor">
            {layer.units}
          </text>
          <text x={x} y={full - 6} textAnchor="middle" fontSize="14" fill="var(--muted)">
            {layer.label[locale]}
          </text>
        </g>
      ))}
    </svg>
  )
}

const unitsOf = (rows: readonly Unit[]) => rows.filter((row) => row.kind === 'unit')
