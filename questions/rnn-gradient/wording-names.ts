/** What an author's own wording may name. */
export const wordingNames = ['activation', 'weight', 'length'] as const
export type WordingName = (typeof wordingNames)[number]
