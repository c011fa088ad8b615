import { readExact } from '@/lib/grading/expression/read-exact'

const mark = String.raw`(?:,|;|→|⇒|=>|이므로|따라서|∴|\bso\b)`
/** "2p = 4, p = 2", "64 = (64-5+2p)/1+1 → p = 2": an equation with the unknown in it, and what the unknown is. */
const solved = new RegExp(String.raw`^([^,;→⇒]*\d\s*[*×·]?\s*p[^,;→⇒]*?)${mark}\s*(?=p\s*=[^=p]*$)`, 'i')
/** "64+2*2 = 68, 68x68": one side worked out, and the size. */
const worked = new RegExp(String.raw`^([^,;→⇒]*=\s*(\d+))\s*${mark}\s*(?=(\d+)\s*[x×*]\s*\d+[^\d=]*$)`, 'i')

const without = (text: string, length: number): string => ' '.repeat(length) + text.slice(length)

/**
 * The text with the working before its answer blanked, unit for unit, where the answer plainly follows from it; any
 * other text as it is. Two answers ("p=4, p=2") are no working, nor is a side that another value was worked out for.
 */
export function conclusionOf(text: string): string {
  const equation = solved.exec(text)
  if (equation !== null) {
    const [all, before = ''] = equation
    return /^\s*p\s*=/i.test(before) ? text : without(text, all.length)
  }
  const side = worked.exec(text)
  if (side === null) return text
  const [all, before = '', value, height] = side
  return value === height && readExact(before).ok ? without(text, all.length) : text
}
