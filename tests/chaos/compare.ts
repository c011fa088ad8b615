import type { Answers, Sheet } from './answers'
import type { Typed } from './sitting'

/** Whether everything of the earlier state is in the later one: students here only add. */
function covers(later: Sheet, earlier: Sheet): boolean {
  return Object.entries(earlier).every(([position, answers]) =>
    Object.entries(answers).every(([name, text]) => extendsText(name, later[position]?.[name] ?? '', text)),
  )
}

function extendsText(name: string, later: string, earlier: string): boolean {
  if (name !== 'sketch') return later.startsWith(earlier)
  const [long, short] = [JSON.parse(later || '[]') as string[][], JSON.parse(earlier) as string[][]]
  return short.every((line, i) => line.every((text, j) => long[i]?.[j]?.startsWith(text)))
}

export interface Restored {
  /** How long before the fault the first thing was typed that is missing; 0 where nothing is. */
  readonly lostMs: number
  /** Fields whose text is no state that was ever typed there. */
  readonly garbled: readonly string[]
}

/** Holds what a new page shows against what was typed before the fault. */
export function compareRestored(typed: readonly Typed[], restored: Sheet, struckAt: number): Restored {
  const before = typed.filter(({ at }) => at <= struckAt)
  const missing = before.find(({ sheet }) => !covers(restored, sheet))
  const garbled = Object.entries(restored).flatMap(([position, answers]) =>
    Object.entries(answers)
      .filter(([name, text]) => !wasTyped(typed, position, name, text))
      .map(([name]) => `${position}-${name}`),
  )
  return { lostMs: missing ? struckAt - missing.at : 0, garbled }
}

/** A state that was recorded, or one on the way from it to the next. */
function wasTyped(typed: readonly Typed[], position: string, name: string, text: string): boolean {
  const states = typed.map(({ sheet }) => (sheet[position] as Answers | undefined)?.[name] ?? '')
  const onTheWay = (from: string, to: string | undefined) =>
    extendsText(name, text, from || (name === 'sketch' ? '[]' : '')) &&
    (to === undefined || text.length <= to.length)
  return states.some((state, i) => state === text || onTheWay(state, states[i + 1]))
}
