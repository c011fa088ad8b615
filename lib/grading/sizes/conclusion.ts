import { readExact } from '@/lib/grading/expression/read-exact'

const mark = String.raw`(?:,|;|→|⇒|=>|이므로|따라서|∴|\bso\b)`
/** "2p = 4, p = 2", "64 = (64-5+2p)/1+1 → p = 2": statements, and what the unknown is. */
const solved = new RegExp(
  String.raw`^(.*?)${mark}\s*(?=(?:패딩(?:은|이)?\s*)?p\s*(?:=|는|은)(?!.*(?<![a-z])p\s*=)[^,;→⇒]*$)`,
  'is',
)
const between = new RegExp(mark, 'i')
/** p as an operand on one side of an equals sign: 2p = 4, 5-1 = 2*p; p = 5 is none. */
const operand = /\d\s*[*×·]?\s*p|[+\-−]\s*p|p\s*[+\-−*×·/]/i
/** k = 5, what the problem says. */
const given = /^\s*[a-oq-z][a-z_]{0,3}['′]?\s*=\s*\d[\dx×* ]*$/i

const isStatement = (part: string): boolean =>
  given.test(part) || (part.includes('=') && operand.test(part) && !/^\s*p\s*=/i.test(part))

/** "64+2*2 = 68, 68x68": one side worked out, and the size. */
const worked = new RegExp(String.raw`^([^,;→⇒]*=\s*(\d+))\s*${mark}\s*(?=(\d+)\s*[x×*]\s*\d+[^\d=]*$)`, 'i')

/** (H × W), (h, w): says what the numbers are. */
const axesNamed = /\(\s*[hw]\s*[x×X*,]\s*[hw]\s*\)/gi

const without = (text: string, length: number): string => ' '.repeat(length) + text.slice(length)

/**
 * The text with the working before its answer blanked, unit for unit, where the answer plainly follows from it; any
 * other text as it is. Two answers ("p=4, p=2") are no working, nor is a side that another value was worked out for.
 */
export function conclusionOf(typed: string): string {
  const text = typed.replace(axesNamed, (remark) => ' '.repeat(remark.length))
  if (!between.test(text)) return text
  const equation = solved.exec(text)
  if (equation !== null) {
    const [all, before = ''] = equation
    return before.split(between).every(isStatement) ? without(text, all.length) : text
  }
  const side = worked.exec(text)
  if (side === null) return text
  const [all, before = '', value, height] = side
  return value === height && readExact(before).ok ? without(text, all.length) : text
}
