interface ShareBarsProps {
  bars: readonly { readonly key: string; readonly label: string; readonly count: number }[]
  total: number
  /** Count and share in words. */
  words: (count: number, percent: number) => string
  /** Words of the switch that opens the rarer ones; without them all are shown. */
  more?: (count: number) => string
}

/** Bars that are shown at once: a long tail hides what matters. */
const SHOWN = 7

/** A list of shares with a bar each; the words stand in the list itself, so that it is its own table. */
export function ShareBars({ bars, total, words, more }: ShareBarsProps) {
  const shown = more && bars.length > SHOWN + 1 ? bars.slice(0, SHOWN) : bars
  const rest = bars.slice(shown.length)
  return (
    <div className="space-y-2">
      <Bars bars={shown} total={total} words={words} />
      {more && rest.length > 0 && (
        <details className="space-y-2">
          <summary className="min-h-11 cursor-pointer py-2 text-accent text-sm">{more(rest.length)}</summary>
          <Bars bars={rest} total={total} words={words} />
        </details>
      )}
    </div>
  )
}

function Bars({ bars, total, words }: Omit<ShareBarsProps, 'more'>) {
  return (
    <ul className="space-y-2">
      {bars.map(({ key, label, count }) => {
        const percent = total === 0 ? 0 : Math.round((100 * count) / total)
        return (
          <li key={key} className="space-y-1 text-sm">
            <div className="flex justify-between gap-3">
              <span>{label}</span>
              <span className="shrink-0 text-muted tabular-nums">{words(count, percent)}</span>
            </div>
            <svg viewBox="0 0 100 2" preserveAspectRatio="none" className="h-2 w-full" aria-hidden>
              <rect width="100" height="2" className="fill-raised" />
              <rect width={percent} height="2" className="fill-accent" />
            </svg>
          </li>
        )
      })}
    </ul>
  )
}
