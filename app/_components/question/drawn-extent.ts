/** Rows and columns of a map as drawn: a picture of the shape, not of every pixel. */
export interface DrawnExtent {
  readonly rows: number
  readonly columns: number
}

const MOST = 6
const FEWEST = 3

/**
 * Rows and columns for the last "height × width" in what is written on a stage; square where there is none. Sides that
 * differ a little are drawn alike, and no map is drawn flatter than one to two.
 */
export function drawnExtent(detail: string): DrawnExtent {
  const [height, width] = ([...detail.matchAll(/(\d+)\s*[×xX*]\s*(\d+)/g)].at(-1) ?? []).slice(1).map(Number)
  if (!height || !width) return { rows: MOST - 1, columns: MOST - 1 }
  const longest = Math.max(height, width)
  const side = (length: number) => Math.max(FEWEST, Math.round((MOST * length) / longest))
  return height === width
    ? { rows: MOST - 1, columns: MOST - 1 }
    : { rows: side(height), columns: side(width) }
}
