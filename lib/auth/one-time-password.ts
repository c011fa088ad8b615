import { randomInt } from 'node:crypto'

// Read from a screen and typed: none of these looks like another.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password of 20 letters in groups of five (99 random bits), for somebody else to change at once. */
export const newOneTimePassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')
