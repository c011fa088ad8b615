/** What an author's own wording may name. */
export const wordingNames = ['inputs', 'hidden', 'outputs', 'layers'] as const
export type WordingName = (typeof wordingNames)[number]
