import type { Size } from './size'

const names: Record<'top' | 'bottom' | 'left' | 'right', string> = {
  top: 'top|위쪽?|상단?',
  bottom: 'bottom|아래쪽?|하단?',
  left: 'left|왼쪽?|좌측?',
  right: 'right|오른쪽?|우측?',
}
const named = new RegExp(
  String.raw`(?:${Object.entries(names)
    .map(([side, words]) => `(?<${side}>${words})`)
    .join('|')})(?:으로|에|[\s:=])*(\d{1,6})(?:\s*(?:픽셀|칸|줄|행|열|px|pixels?|씩))*[\s,;]*`,
  'gi',
)
const four = /^\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*$/

const size = (height: string, width: string): Size => ({
  height: { n: BigInt(height), d: 1n },
  width: { n: BigInt(width), d: 1n },
})

/** Each of the four sides by name, "top 2, bottom 2, left 1, right 1", as long as opposite ones agree. */
function readNamed(text: string): Size | null {
  const sides = new Map<string, string>()
  let rest = text
  for (const match of text.matchAll(named)) {
    const side = Object.entries(match.groups ?? {}).find(([, word]) => word !== undefined)?.[0] ?? ''
    if (sides.has(side)) return null
    sides.set(side, match.at(-1) === undefined ? '' : (/(\d+)/.exec(match[0])?.[1] ?? ''))
    rest = rest.replace(match[0], ' ')
  }
  const { top, bottom, left, right } = Object.fromEntries(sides)
  if (/\d/.test(rest) || top === undefined || left === undefined) return null
  return top === bottom && left === right ? size(top, left) : null
}

const perSide =
  /(?:한쪽|한 쪽|per side|each side)[^\d]{0,8}(\d{1,6})|(\d{1,6})[^\d,;()]{0,12}(?:per side|each|씩)/i
const numbers = /\d+(?:\.\d+)?/g

/** "4 (2 per side)", "양쪽 합 4, 한쪽 2": what is added on one side, and both together. */
function readSideAndTotal(text: string): Size | null {
  const [a, b, ...others] = text.match(numbers) ?? []
  const match = perSide.exec(text)
  const side = match?.[1] ?? match?.[2]
  if (a === undefined || b === undefined || others.length > 0 || side === undefined) return null
  const total = side === a ? b : a
  return Number(total) === 2 * Number(side) && Number(side) > 0 ? size(side, side) : null
}

/** A padding that names its sides one by one, or one side and the sum of both; null for any other text. */
export function readSides(text: string): Size | null {
  if (text.length > 120 || !/\d\D+\d/.test(text)) return null
  // (2,2,2,2) and ((2,2),(2,2)); libraries order the sides differently, so only equal ones say what they mean.
  const [, first = '', ...others] = four.exec(text.replace(/[()[\]]/g, ' ')) ?? []
  if (others.length > 0 && others.every((other) => other === first)) return size(first, first)
  return readNamed(text) ?? readSideAndTotal(text)
}
