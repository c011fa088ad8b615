/** What an author's own wording may name. */
export const wordingNames = ['input', 'kernel', 'stride', 'dilation', 'padding'] as const
export type WordingName = (typeof wordingNames)[number]
