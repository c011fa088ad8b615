import { isLatinUnit } from './normalise'

/** One place where a form stands: units [start, end) of the normalised text. */
export interface Match {
  readonly form: number
  readonly start: number
  readonly end: number
}

/** A surface form, normalised; `open` lets a Latin word go on (`multipl*`). */
export interface Form {
  readonly text: string
  readonly open: boolean
}

/** From a state and a symbol to the next state: a hash table of plain numbers, at most half full. */
class Transitions {
  private readonly keys: Int32Array
  private readonly values: Int32Array
  private readonly mask: number

  constructor(most: number) {
    let size = 1024
    while (size < 2 * most) size *= 2
    this.keys = new Int32Array(size).fill(-1)
    this.values = new Int32Array(size)
    this.mask = size - 1
  }

  /** -1 where there is none. */
  get(key: number): number {
    let at = Math.imul(key, 0x9e3779b1) >>> 7
    for (;;) {
      at &= this.mask
      const found = this.keys[at]
      if (found === key) return this.values[at] ?? -1
      if (found === -1) return -1
      at += 1
    }
  }

  set(key: number, value: number): void {
    let at = Math.imul(key, 0x9e3779b1) >>> 7
    for (;;) {
      at &= this.mask
      if (this.keys[at] === -1) break
      at += 1
    }
    this.keys[at] = key
    this.values[at] = value
  }
}

/** Finds all forms in one pass over the text (Aho–Corasick): time linear in text and matches, whatever the forms. */
export class Automaton {
  private readonly classOf = new Uint16Array(65536)
  private readonly next: Transitions
  private readonly fail: Int32Array
  private readonly outputs: (readonly number[] | undefined)[]
  /** Nearest suffix state with outputs; 0 for none. */
  private readonly outputLink: Int32Array
  private readonly stride: number

  constructor(private readonly forms: readonly Form[]) {
    let classes = 1
    for (const { text } of forms) {
      for (let i = 0; i < text.length; i += 1) {
        const unit = text.charCodeAt(i)
        if (this.classOf[unit] === 0) this.classOf[unit] = classes++
      }
    }
    this.stride = classes
    this.next = new Transitions(forms.reduce((sum, { text }) => sum + text.length, 0))
    const outputs: number[][] = [[]]
    const edges: [number, number][][] = [[]]
    forms.forEach(({ text }, index) => {
      let state = 0
      for (let i = 0; i < text.length; i += 1) {
        const symbol = this.classOf[text.charCodeAt(i)] ?? 0
        const key = state * this.stride + symbol
        let target = this.next.get(key)
        if (target < 0) {
          target = outputs.length
          outputs.push([])
          edges.push([])
          this.next.set(key, target)
          edges[state]?.push([symbol, target])
        }
        state = target
      }
      if (text.length > 0) outputs[state]?.push(index)
    })
    this.outputs = outputs
    this.fail = new Int32Array(outputs.length)
    this.outputLink = new Int32Array(outputs.length)
    const queue: number[] = []
    for (const [, target] of edges[0] ?? []) queue.push(target)
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head] ?? 0
      for (const [symbol, target] of edges[state] ?? []) {
        queue.push(target)
        let suffix = this.fail[state] ?? 0
        let found = this.next.get(suffix * this.stride + symbol)
        while (found < 0 && suffix !== 0) {
          suffix = this.fail[suffix] ?? 0
          found = this.next.get(suffix * this.stride + symbol)
        }
        const link = Math.max(0, found)
        this.fail[target] = link
        this.outputLink[target] = (outputs[link]?.length ?? 0) > 0 ? link : (this.outputLink[link] ?? 0)
      }
    }
  }

  /** All matches that respect the edges of Latin words and numbers, in order of their ends. */
  find(text: string): Match[] {
    const matches: Match[] = []
    let state = 0
    for (let i = 0; i < text.length; i += 1) {
      const symbol = this.classOf[text.charCodeAt(i)] ?? 0
      if (symbol === 0) {
        state = 0
        continue
      }
      let target = this.next.get(state * this.stride + symbol)
      while (target < 0 && state !== 0) {
        state = this.fail[state] ?? 0
        target = this.next.get(state * this.stride + symbol)
      }
      state = target < 0 ? 0 : target
      for (
        let hit = (this.outputs[state]?.length ?? 0) > 0 ? state : (this.outputLink[state] ?? 0);
        hit !== 0;
        hit = this.outputLink[hit] ?? 0
      ) {
        for (const form of this.outputs[hit] ?? []) {
          const entry = this.forms[form]
          if (entry === undefined) continue
          const end = i + 1
          const start = end - entry.text.length
          if (edgesHold(text, entry, start, end)) matches.push({ form, start, end })
        }
      }
    }
    return matches
  }
}

const isDigitUnit = (unit: number): boolean => unit >= 48 && unit <= 57

function edgesHold(text: string, { text: form, open }: Form, start: number, end: number): boolean {
  const first = form.charCodeAt(0)
  if (start > 0 && isLatinUnit(first)) {
    const before = text.charCodeAt(start - 1)
    if (isLatinUnit(before) && !(isDigitUnit(before) && !isDigitUnit(first))) return false
    if (isDigitUnit(first) && before === 46) return false
  }
  const last = form.charCodeAt(form.length - 1)
  if (!open && end < text.length && isLatinUnit(last)) {
    const after = text.charCodeAt(end)
    if (isDigitUnit(last)) {
      if (isDigitUnit(after)) return false
      if (after === 46 && end + 1 < text.length && isDigitUnit(text.charCodeAt(end + 1))) return false
    } else if (isLatinUnit(after) && !isDigitUnit(after)) return false
  }
  return true
}
