/** How the stages of a drawn chain correspond to those of the expected one. */
export interface StageMatch {
  /** For each expected stage the place of its first occurrence in the drawing, or null. */
  readonly places: readonly (number | null)[]
  /** Whether the stages that are there stand in the expected order. */
  readonly inOrder: boolean
  /** Drawn stages that the pipeline does not have, or that stand a second time. */
  readonly extras: number
}

/** Matches a drawn chain against the expected one by the names of its stages; linear in their number. */
export function matchStages(expected: readonly string[], drawn: readonly string[]): StageMatch {
  const first = new Map<string, number>()
  drawn.forEach((stage, place) => {
    if (!first.has(stage)) first.set(stage, place)
  })
  const places = expected.map((stage) => first.get(stage) ?? null)
  const present = places.filter((place) => place !== null)
  const inOrder = present.every((place, index) => index === 0 || place > (present[index - 1] ?? -1))
  return { places, inOrder, extras: drawn.length - present.length }
}
