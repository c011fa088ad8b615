import { type ReactNode, useId } from 'react'
import { ScrollRegion } from '../ui/scroll-region'

interface ChartFigureProps {
  title: string
  /** What the picture shows, in a sentence. */
  summary: string
  /** Words of the switch that opens the table. */
  tableLabel: string
  head: readonly string[]
  rows: readonly (readonly (string | number)[])[]
  children: ReactNode
}

/** A picture with what it shows in a sentence, and the same numbers as a table behind it. */
export function ChartFigure({ title, summary, tableLabel, head, rows, children }: ChartFigureProps) {
  const id = useId()
  return (
    <figure aria-labelledby={id} className="min-w-0 space-y-2">
      <figcaption className="space-y-0.5">
        <span id={id} className="block font-semibold">
          {title}
        </span>
        <span className="block text-muted text-sm">{summary}</span>
      </figcaption>
      <div aria-hidden>{children}</div>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-accent text-sm">{tableLabel}</summary>
        <ScrollRegion label={`${title}: ${tableLabel}`}>
          <table className="w-full text-left text-sm tabular-nums">
            <thead>
              <tr className="border-line border-b">
                {head.map((each) => (
                  <th key={each} scope="col" className="px-2 py-1 font-semibold">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, i) =>
                    i === 0 ? (
                      <th key={head[i]} scope="row" className="px-2 py-1 font-normal">
                        {cell}
                      </th>
                    ) : (
                      <td key={head[i]} className="px-2 py-1">
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  )
}
