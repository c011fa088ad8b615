/** Pieces of five units of a text that the student was shown: one bit for each, by its hash. */
export type Pieces = Uint8Array

const length = 5
const size = 1 << 16
/** From which share of its pieces on a sentence is the question's. */
const mostlyCopied = 0.72
const shortest = 15

const pieceAt = (text: string, at: number): number => {
  let hash = 0
  for (let i = at; i < at + length; i += 1) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(i)
  return (hash ^ (hash >>> 15)) & (size - 1)
}

export function piecesOf(text: string): Pieces {
  const pieces = new Uint8Array(size)
  for (let i = 0; i + length <= text.length; i += 1) pieces[pieceAt(text, i)] = 1
  return pieces
}

/** Whether [start, end) of a text is copied from one of the texts shown. */
export function isCopied(text: string, start: number, end: number, shown: readonly Pieces[]): boolean {
  if (end - start < shortest) return false
  const all = end - start - length + 1
  const shared = new Int32Array(shown.length)
  for (let i = start; i + length <= end; i += 1) {
    const piece = pieceAt(text, i)
    for (let k = 0; k < shared.length; k += 1) shared[k] = (shared[k] ?? 0) + (shown[k]?.[piece] ?? 0)
  }
  return shared.some((count) => count >= mostlyCopied * all)
}
