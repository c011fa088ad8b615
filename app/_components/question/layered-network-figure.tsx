import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'

type LayeredNetwork = Extract<Figure, { kind: 'layered-network' }>

const MOST_DRAWN = 6
const RADIUS = 9
const ROW = 30
const COLUMN = 104
const TOP = 22
const BOTTOM = 46

interface Node {
  readonly y: number
  readonly kind: 'unit' | 'gap' | 'bias'
}

/** Rows of a layer, centred: all units, or the first and last ones with a gap between. */
function layerNodes(units: number, bias: boolean, height: number): Node[] {
  const kinds: Node['kind'][] =
    units <= MOST_DRAWN
      ? Array.from({ length: units }, () => 'unit')
      : ['unit', 'unit', 'unit', 'gap', 'unit', 'unit']
  if (bias) kinds.push('bias')
  const top = (height - (kinds.length - 1) * ROW) / 2
  return kinds.map((kind, i) => ({ kind, y: TOP + top + i * ROW }))
}

/** A fully connected network, input layer left; the bias is a square that feeds the next layer's units. */
export function LayeredNetworkFigure({ figure, locale }: { figure: LayeredNetwork; locale: Locale }) {
  const { layers, biases } = figure
  // A bias unit stands beside every layer that feeds another one.
  const hasBias = (i: number) => biases && i < layers.length - 1
  const rows = layers.map((layer, i) => Math.min(layer.units, MOST_DRAWN) + (hasBias(i) ? 1 : 0))
  const height = (Math.max(...rows) - 1) * ROW
  const columns = layers.map((layer, i) => ({
    layer,
    x: COLUMN / 2 + i * COLUMN,
    nodes: layerNodes(layer.units, hasBias(i), height),
  }))
  const width = COLUMN * layers.length
  const full = TOP + height + BOTTOM
  return (
    <svg
      viewBox={`0 0 ${width} ${full}`}
      role="img"
      aria-label={figure.alt[locale]}
      className="mx-auto block h-auto w-full text-ink"
      style={{ maxWidth: `${width * 1.25}px` }}
    >
      {columns.slice(1).map(({ x, nodes }, i) => {
        const from = columns[i]
        if (!from) return null
        return (
          <g key={x} stroke="var(--line-strong)" strokeWidth="0.7" opacity="0.55">
            {from.nodes
              .filter((node) => node.kind !== 'gap')
              .flatMap((a) =>
                nodes
                  .filter((node) => node.kind === 'unit')
                  .map((b) => (
                    <line
                      key={`${a.y}-${b.y}`}
                      x1={from.x + RADIUS}
                      y1={a.y}
                      x2={x - RADIUS}
                      y2={b.y}
                      strokeDasharray={a.kind === 'bias' ? '3 2' : undefined}
                    />
                  )),
              )}
          </g>
        )
      })}
      {columns.map(({ x, nodes, layer }) => (
        <g key={x}>
          {nodes.map((node) =>
            node.kind === 'gap' ? (
              <text key={node.y} x={x} y={node.y + 5} textAnchor="middle" fontSize="15" fill="var(--muted)">
                ⋮
              </text>
            ) : node.kind === 'bias' ? (
              <g key={node.y}>
                <rect
                  x={x - RADIUS}
                  y={node.y - RADIUS}
                  width={2 * RADIUS}
                  height={2 * RADIUS}
                  rx="3"
                  fill="var(--raised)"
                  stroke="var(--muted)"
                />
                <text x={x} y={node.y + 4} textAnchor="middle" fontSize="11" fill="currentColor">
                  1
                </text>
              </g>
            ) : (
              <circle
                key={node.y}
                cx={x}
                cy={node.y}
                r={RADIUS}
                fill="var(--accent-soft)"
                stroke="var(--accent)"
                strokeWidth="1.5"
              />
            ),
          )}
          <text x={x} y={full - 24} textAnchor="middle" fontSize="16" fontWeight="700" fill="currentColor">
            {layer.units}
          </text>
          <text x={x} y={full - 6} textAnchor="middle" fontSize="13" fill="var(--muted)">
            {layer.label[locale]}
          </text>
        </g>
      ))}
    </svg>
  )
}
