import type { ExpressionChain } from '@/lib/grading/expression/expression'
import { readExpression } from '@/lib/grading/expression/read-expression'
import { evenOut, PART } from './even-out'
import { type Standing, takeLabel } from './labels'

/** One line of a working: what it says its number is, and the number as a chain. */
export interface Statement {
  readonly name: string
  readonly standing: Standing
  readonly chain: ExpressionChain
}

interface Span {
  readonly start: number
  readonly end: number
}

/** An honest working has two statements a layer and one for the sum. */
const MOST_STATEMENTS = 32

/** A bracket at the end of a statement that explains its number: 74 (weights 62 + biases 12), 74개 (= 62 + 12). */
const remark = /(?<=[\d개]\s*)[(（]([^()（）]*[\p{L}=][^()（）]*)[)）][\s\p{L}.]*$/u
const names = /포함|including|incl/i

/** The statements of a working in order, or null where one of them can't be read. */
export function statementsOf(typed: string): readonly Statement[] | null {
  const text = evenOut(typed)
  const explained = remark.exec(text)
  const inside = explained?.[1] ?? ''
  if (explained === null || !/\d/.test(inside)) return readAll(text, { start: 0, end: text.length })
  const main = readAll(text, { start: 0, end: explained.index })
  // "(including 12 biases)" names one part of the number before it and takes nothing away from it.
  if (main === null || names.test(inside)) return main
  const start = explained.index + 1
  const parts = readAll(text, { start, end: start + inside.length })
  const [only, ...others] = main
  if (parts === null || only === undefined || others.length > 0) return null
  // "weights 62 + biases 12" is about all that is counted, yet it is what the total is made of.
  const made = parts.map(
    (part): Statement => (part.standing === 'total' ? { ...part, standing: 'unsaid' } : part),
  )
  return [...made, { ...only, standing: 'total' }]
}

function readAll(text: string, whole: Span): readonly Statement[] | null {
  const statements: Statement[] = []
  for (const { start, end } of spansOf(text, whole)) {
    if (statements.length >= MOST_STATEMENTS) return null
    const { text: plain, name, standing } = takeLabel(text.slice(start, end))
    // Blanks in front keep the offsets those of the whole text.
    const read = readExpression(' '.repeat(start) + plain)
    if (!read.ok) return null
    statements.push({ name, standing, chain: read.value })
  }
  return statements
}

/** The stretches between marks; one without a number belongs to what follows it ("weights and biases: 74"). */
function spansOf(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = []
  let from = start
  for (let at = start; at <= end; at += 1) {
    const isEnd = at === end
    if (!isEnd && text.charAt(at) !== PART) continue
    const piece = text.slice(from, at)
    if (/[0-9０-９]/.test(piece)) {
      spans.push({ start: from, end: at })
      from = at
    }
    const last = spans.at(-1)
    // Words after the last number belong to it ("74 in total").
    if (isEnd && from < at && last !== undefined && /\p{L}/u.test(piece)) {
      spans[spans.length - 1] = { start: last.start, end: at }
    }
  }
  return spans
}
