/** SVG text of a label such as 'h_T': what follows the underscore is set below the line. */
export function Subscripted({ label }: { label: string }) {
  const at = label.indexOf('_')
  if (at < 0) return <tspan fontStyle="italic">{label}</tspan>
  return (
    <>
      <tspan fontStyle="italic">{label.slice(0, at)}</tspan>
      <tspan fontSize="0.72em" dy="0.35em">
        {label.slice(at + 1)}
      </tspan>
    </>
  )
}
