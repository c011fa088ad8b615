import { diffWordsWithSpace } from 'diff'

/** Longer texts are compared by whole lines at most this many edits apart, and otherwise shown as replaced. */
const MOST_EDITS = 2_000

/** What was taken out and what was put in, as marked words; the marks are named for who cannot see them. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  return (
    <p className="whitespace-pre-wrap break-words rounded-lg bg-raised p-3 leading-relaxed">
      {changes.map(({ value, added, removed }, i) => {
        const Mark = added ? 'ins' : removed ? 'del' : 'span'
        const look = added ? 'bg-good-soft text-good' : removed ? 'bg-bad-soft text-bad' : undefined
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change has no identity but its place.
          <Mark key={i} className={look}>
            {value}
          </Mark>
        )
      })}
    </p>
  )
}
