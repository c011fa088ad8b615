import { z } from 'zod'

export const SHORTEST_PASSWORD = 10
/** Hashing takes time with the length; nobody needs more. */
export const LONGEST_PASSWORD = 1024

/** A password to be: long enough is all that is asked. */
export const passwordSchema = z.string().min(SHORTEST_PASSWORD, 'tooShort').max(LONGEST_PASSWORD, 'tooLong')
