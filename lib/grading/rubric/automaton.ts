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

/** A node of the tree of forms while it is built. */
interface Node {
  readonly next: Map<number, Node>
  readonly forms: number[]
}

/**
 * Finds all forms in one pass over the text (Aho–Corasick): time linear in text and matches, whatever the forms. States
 * are numbered by depth and kept in flat arrays, so that those visited most lie together in memory.
 */
export class Automaton {
  private readonly classOf = new Uint16Array(65536)
  /** The edges of state s stand from `edgeFrom[s]` to `edgeFrom[s + 1]`, in the order of their symbols. */
  private readonly edgeFrom: Int32Array
  private readonly symbols: Uint16Array
  private readonly targets: Int32Array
  private readonly fromRoot: Int32Array
  private readonly fail: Int32Array
  private readonly outputs: readonly (readonly number[])[]
  /** Nearest suffix state with outputs; 0 for none. */
  private readonly outputLink: Int32Array
  /** The state itself where it has outputs, else its `outputLink`. */
  private readonly firstOutput: Int32Array

  constructor(private readonly forms: readonly Form[]) {
    let classes = 1
    for (const { text } of forms) {
      for (let i = 0; i < text.length; i += 1) {
        const unit = text.charCodeAt(i)
        if (this.classOf[unit] === 0) this.classOf[unit] = classes++
      }
    }
    const nodes = byDepth(this.tree())
    const numbers = new Map(nodes.map((node, state) => [node, state]))
    this.outputs = nodes.map((node) => node.forms)
    this.edgeFrom = new Int32Array(nodes.length + 1)
    this.symbols = new Uint16Array(nodes.length)
    this.targets = new Int32Array(nodes.length)
    this.fromRoot = new Int32Array(classes)
    this.fail = new Int32Array(nodes.length)
    this.outputLink = new Int32Array(nodes.length)
    let edge = 0
    nodes.forEach((node, state) => {
      for (const [symbol, target] of [...node.next].sort((a, b) => a[0] - b[0])) {
        this.symbols[edge] = symbol
        this.targets[edge] = numbers.get(target) ?? 0
        edge += 1
      }
      this.edgeFrom[state + 1] = edge
    })
    for (const [symbol, target] of nodes[0]?.next ?? []) this.fromRoot[symbol] = numbers.get(target) ?? 0
    nodes.forEach((node, state) => {
      for (const [symbol, target] of node.next) this.link(state, symbol, numbers.get(target) ?? 0)
    })
    this.firstOutput = this.outputLink.map((link, state) =>
      (this.outputs[state]?.length ?? 0) > 0 ? state : link,
    )
  }

  private tree(): Node {
    const root: Node = { next: new Map(), forms: [] }
    this.forms.forEach(({ text }, index) => {
      let node = root
      for (let i = 0; i < text.length; i += 1) {
        const symbol = this.classOf[text.charCodeAt(i)] ?? 0
        let target = node.next.get(symbol)
        if (target === undefined) {
          target = { next: new Map(), forms: [] }
          node.next.set(symbol, target)
        }
        node = target
      }
      if (text.length > 0) node.forms.push(index)
    })
    return root
  }

  /** Where to go on from a state when its own edges do not; all states of less depth are linked before. */
  private link(state: number, symbol: number, target: number): void {
    const link = state === 0 ? 0 : this.step(this.fail[state] ?? 0, symbol)
    this.fail[target] = link
    this.outputLink[target] = (this.outputs[link]?.length ?? 0) > 0 ? link : (this.outputLink[link] ?? 0)
  }

  /** The state after a symbol. */
  private step(from: number, symbol: number): number {
    let state = from
    while (state !== 0) {
      const last = this.edgeFrom[state + 1] ?? 0
      for (let edge = this.edgeFrom[state] ?? 0; edge < last; edge += 1) {
        const found = this.symbols[edge] ?? 0
        if (found === symbol) return this.targets[edge] ?? 0
        if (found > symbol) break
      }
      state = this.fail[state] ?? 0
    }
    return this.fromRoot[symbol] ?? 0
  }

  /** Calls back for every match that respects the edges of Latin words and numbers, in order of their ends. */
  each(text: string, found: (form: number, start: number, end: number) => void): void {
    let state = 0
    for (let i = 0; i < text.length; i += 1) {
      const symbol = this.classOf[text.charCodeAt(i)] ?? 0
      if (symbol === 0) {
        state = 0
        continue
      }
      state = this.step(state, symbol)
      for (let hit = this.firstOutput[state] ?? 0; hit !== 0; hit = this.outputLink[hit] ?? 0) {
        const forms = this.outputs[hit] ?? []
        for (let k = 0; k < forms.length; k += 1) {
          const form = forms[k] ?? 0
          const entry = this.forms[form]
          if (entry === undefined) continue
          const end = i + 1
          const start = end - entry.text.length
          if (edgesHold(text, entry, start, end)) found(form, start, end)
        }
      }
    }
  }

  /** The same as a list. */
  find(text: string): Match[] {
    const matches: Match[] = []
    this.each(text, (form, start, end) => matches.push({ form, start, end }))
    return matches
  }
}

/** Nodes of a tree, the root first, then by depth. */
function byDepth(root: Node): Node[] {
  const nodes = [root]
  for (let head = 0; head < nodes.length; head += 1) nodes.push(...(nodes[head]?.next.values() ?? []))
  return nodes
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
