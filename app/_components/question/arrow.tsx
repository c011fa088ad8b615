interface Point {
  readonly x: number
  readonly y: number
}

const HEAD = 7

/** The head of an arrow that comes from `from` and ends in `to`. A path, not a marker: markers need ids unique on the page. */
export function ArrowHead({ from, to, color }: { from: Point; to: Point; color: string }) {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  return (
    <path
      d={`M0 0L${-HEAD} ${-HEAD / 2}L${-HEAD * 0.72} 0L${-HEAD} ${HEAD / 2}Z`}
      fill={color}
      transform={`translate(${to.x} ${to.y}) rotate(${angle})`}
    />
  )
}

/** A straight arrow. */
export function Arrow({ from, to, color }: { from: Point; to: Point; color: string }) {
  return (
    <g>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke={color} strokeWidth="1.4" />
      <ArrowHead from={from} to={to} color={color} />
    </g>
  )
}
