import { createRng } from '@/lib/core/rng'

/** Problems of which each student gets `draw`. */
export interface Pool {
  readonly id: string
  readonly draw: number
}

interface Pooled {
  /** Null: everybody gets it. */
  readonly pool: Pool | null
}

/** The problems of each pool, by the pool's id. */
export function poolMembers<Item extends Pooled>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const members = new Map<string, Item[]>()
  for (const item of items) {
    if (item.pool) members.set(item.pool.id, [...(members.get(item.pool.id) ?? []), item])
  }
  return members
}

/**
 * The problems that one attempt gets, in the exam's order: all that are fixed, and of each pool as many as it draws,
 * every choice equally likely. The same seed draws the same.
 */
export function drawnItems<Item extends Pooled>(
  items: readonly Item[],
  attemptSeed: string,
): readonly Item[] {
  const drawn = new Set<Item>()
  // By their order and not by their ids, which a copy of the exam does not share.
  for (const [i, members] of [...poolMembers(items).values()].entries()) {
    const draw = members[0]?.pool?.draw ?? 0
    for (const item of createRng(`${attemptSeed}/pool/${i}`).shuffle(members).slice(0, draw)) drawn.add(item)
  }
  return items.filter((item) => item.pool === null || drawn.has(item))
}

/** How many problems, and how many points in hundredths, each student gets; the problems of a pool carry equal points. */
export function examTotals(items: readonly (Pooled & { readonly points: number })[]): {
  readonly problems: number
  readonly points: number
} {
  const fixed = items.filter(({ pool }) => pool === null)
  let problems = fixed.length
  let points = fixed.reduce((sum, item) => sum + item.points, 0)
  for (const members of poolMembers(items).values()) {
    const drawn = Math.min(members.length, members[0]?.pool?.draw ?? 0)
    problems += drawn
    points += drawn * (members[0]?.points ?? 0)
  }
  return { problems, points }
}
