/** What stands between two signs of equality, with its place in the text and the sign before it. */
export interface WorkingPiece {
  readonly text: string
  readonly start: number
  readonly arrow: boolean
}

const relation = /=>|->|[=＝→⇒⟹≈≒]|\\(?:Rightarrow|rightarrow|to|approx|simeq)(?![A-Za-z])|에서(?=\s*\d)/g
const arrows = /[>→⇒⟹]|row|\\to|에서/
const opening = new Set('([{⌊（')
const closing = new Set(')]}⌋）')

/** An honest working has four or five. */
const MOST_PIECES = 12

/** The text parted at its equals signs and arrows; null where one of them stands inside brackets, or there are too many. */
export function piecesOf(text: string): readonly WorkingPiece[] | null {
  const pieces: WorkingPiece[] = []
  let start = 0
  let arrow = false
  for (const match of text.matchAll(relation)) {
    if (pieces.length >= MOST_PIECES || !isBalanced(text.slice(start, match.index))) return null
    pieces.push({ text: text.slice(start, match.index), start, arrow })
    arrow = arrows.test(match[0])
    start = match.index + match[0].length
  }
  if (!isBalanced(text.slice(start))) return null
  pieces.push({ text: text.slice(start), start, arrow })
  return pieces
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (opening.has(character)) depth += 1
    if (closing.has(character)) depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}

const explanation =
  /^(.*?[^\s(+\-*/×=])\s*\(\s*=?\s*((?:[^()]|\([^()]*\))*[+\-−*/÷×xX=](?:[^()]|\([^()]*\))*)\)[\s.]*$/s

/** "2 ((5-1)/2)" and "68 (=64+2*2)": a number and, in brackets, how it was found; null for any other text. */
export function explained(text: string): readonly [string, string] | null {
  const match = explanation.exec(text)
  const [, main = '', how = ''] = match ?? []
  return match !== null && /\d/.test(how) && !/[+\-−*/÷^=]/.test(main) ? [main, how] : null
}
