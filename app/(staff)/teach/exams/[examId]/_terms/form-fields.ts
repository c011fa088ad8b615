import { z } from 'zod'

/** What is typed into forms about time. `message` is the key of the words that name the field and the mend. */

interface Range {
  readonly message: string
  readonly min: number
  readonly max: number
}

/** Digits as any keyboard writes them, also the wide ones of a Korean one; null where it is none of our numbers. */
function readWhole(text: string, { min, max }: Range): number | null {
  const plain = text.normalize('NFKC').trim()
  const number = /^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN
  return number >= min && number <= max ? number : null
}

export const wholeNumber = (range: Range) =>
  z.string(range.message).transform((text, context) => {
    const number = readWhole(text, range)
    if (number !== null) return number
    context.addIssue({ code: 'custom', message: range.message })
    return z.NEVER
  })

/** Empty for none. */
export const wholeNumberOrNone = (range: Range) =>
  z.string(range.message).transform((text, context) => {
    if (text.trim() === '') return null
    const number = readWhole(text, range)
    if (number !== null) return number
    context.addIssue({ code: 'custom', message: range.message })
    return z.NEVER
  })

/** A box to tick; a browser sends nothing where it is not. */
export const ticked = z
  .string()
  .optional()
  .transform((sent) => sent !== undefined)

const [EARLIEST, LATEST] = [Date.UTC(2000, 0), Date.UTC(2200, 0)]

/** An instant in UTC; empty for none. */
export const instantOrNone = (message: string) =>
  z.string(message).transform((text, context) => {
    if (text === '') return null
    const instant = new Date(text)
    if (instant.getTime() >= EARLIEST && instant.getTime() < LATEST) return instant
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
