/** A text cut around the spot where a reader stopped. `spot` is empty where the text breaks off too early. */
export interface UnreadableSpot {
  readonly before: string
  readonly spot: string
  readonly after: string
}

/** Characters shown on each side of the spot; the rest of a long text is left out. */
const CONTEXT = 40

const cutStart = (text: string) => (text.length > CONTEXT ? `…${text.slice(-CONTEXT)}` : text)
const cutEnd = (text: string) => (text.length > CONTEXT ? `${text.slice(0, CONTEXT)}…` : text)

/** The word, number or sign at `at` (UTF-16 offset), and some of what stands around it. */
export function unreadableSpot(text: string, at: number): UnreadableSpot {
  const start = Math.min(text.length, Math.max(0, at))
  const [spot] = /^(?:\p{L}+|[\p{N}.,]+|\s+|.)/su.exec(text.slice(start)) ?? ['']
  const shown = spot.length > CONTEXT ? `${spot.slice(0, CONTEXT)}…` : spot
  return {
    before: cutStart(text.slice(0, start)),
    spot: shown,
    after: cutEnd(text.slice(start + spot.length)),
  }
}
