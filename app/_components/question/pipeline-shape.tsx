import { type DrawnExtent, drawnExtent } from './drawn-extent'

const BOX = 72

/** The picture of one stage: a map, a map inside a ring of padding, or an operation. */
export function PipelineShape({
  shape,
  detail,
}: {
  shape: 'grid' | 'padded-grid' | 'operation'
  detail: string
}) {
  return (
    <svg viewBox={`0 0 ${BOX} ${BOX}`} aria-hidden="true" className="size-16 shrink-0 @lg:size-20">
      {shape === 'operation' ? (
        <Kernel />
      ) : (
        <Grid extent={drawnExtent(detail)} padded={shape === 'padded-grid'} />
      )}
    </svg>
  )
}

function Grid({ extent: { rows, columns }, padded }: { extent: DrawnExtent; padded: boolean }) {
  // The ring takes a cell on each side, so the map inside a ring has smaller cells.
  const ring = padded ? 1 : 0
  const cell = Math.min(11, 68 / (Math.max(rows, columns) + 2 * ring))
  const width = columns * cell
  const height = rows * cell
  const x = (BOX - width) / 2
  const y = (BOX - height) / 2
  return (
    <>
      {padded && (
        <>
          <rect
            x={x - cell}
            y={y - cell}
            width={width + 2 * cell}
            height={height + 2 * cell}
            fill="var(--warn-soft)"
            stroke="var(--warn)"
            strokeWidth="1.2"
          />
          <path
            d={gridLines(x - cell, y - cell, columns + 2, rows + 2, cell)}
            stroke="var(--warn)"
            strokeWidth="0.8"
            strokeDasharray="1.5 2"
          />
        </>
      )}
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        fill="var(--accent-soft)"
        stroke="var(--accent)"
        strokeWidth="1.4"
      />
      <path d={gridLines(x, y, columns, rows, cell)} stroke="var(--accent)" strokeWidth="0.7" opacity="0.7" />
    </>
  )
}

function gridLines(x: number, y: number, columns: number, rows: number, cell: number): string {
  const down = Array.from({ length: columns - 1 }, (_, i) => `M${x + (i + 1) * cell} ${y}v${rows * cell}`)
  const across = Array.from({ length: rows - 1 }, (_, i) => `M${x} ${y + (i + 1) * cell}h${columns * cell}`)
  return [...down, ...across].join('')
}

/** A box with a small filled kernel in it. */
const Kernel = () => (
  <>
    <rect
      x="6"
      y="14"
      width="60"
      height="44"
      rx="10"
      fill="var(--raised)"
      stroke="var(--line-strong)"
      strokeWidth="1.2"
    />
    <rect x="24" y="24" width="24" height="24" fill="var(--surface)" stroke="var(--ink)" strokeWidth="1.3" />
    <path d={gridLines(24, 24, 3, 3, 8)} stroke="var(--ink)" strokeWidth="0.8" />
    <rect x="32" y="32" width="8" height="8" fill="var(--ink)" />
  </>
)
