/** Seed of one item: everything that makes it its own, so that no two items of an attempt draw the same numbers. */
export const itemSeed = (attemptSeed: string, position: number, type: string, typeVersion: string): string =>
  `${attemptSeed}/${position}/${type}@${typeVersion}`
