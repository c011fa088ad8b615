import type { Factor, Term } from './additive-terms'
import { type Connection, connectionsOf, type Network, parameterCount } from './network'

/** What a right sum consists of: the weights of each connection and, where the network has them, its biases. */
export interface Unit {
  readonly layer: number
  readonly what: 'weights' | 'biases'
  readonly value: number
}

/** How the addends of an answer fit the network. */
export interface StructureMatch {
  /** Addends that stand for one unit, or for several at once (35 for 6×5+5). */
  readonly matched: readonly { readonly term: Term; readonly units: readonly Unit[] }[]
  /** Addends that stand where these units belong but have another value. */
  readonly wrong: readonly { readonly term: Term; readonly units: readonly Unit[] }[]
  /** Units that no addend stands for. */
  readonly missing: readonly Unit[]
  /** Addends that stand for nothing in the network. */
  readonly extra: readonly Term[]
}

/** Sums of open units are looked for among at most this many, so among 1,024 sums. */
const MOST_OPEN = 10
/** An honest answer has two or three addends a connection. */
const MOST_TERMS = 64

/**
 * Matches addends to connections whatever their order and grouping, the surest signs first: factors as in the network,
 * then a number right after the weights that it belongs to, then equal values, then sums of several units.
 */
export function matchStructure(network: Network, terms: readonly Term[]): StructureMatch | null {
  if (terms.length > MOST_TERMS) return null
  // 74+62: the whole count as one bare addend among others shows nothing of what was counted.
  const whole = parameterCount(network)
  const holdsWhole =
    terms.length > 1 && terms.some(({ value, factors }) => factors.length <= 1 && value >= whole)
  return holdsWhole ? null : new Matching(network, terms).run()
}

class Matching {
  private readonly connections: readonly Connection[]
  /** Units that no addend stands for yet, by index of the connection; null once found or where there is none. */
  private readonly weights: (Unit | null)[]
  private readonly biases: (Unit | null)[]
  /** By index of the term. */
  private readonly found: (readonly Unit[] | null)[]

  constructor(
    network: Network,
    private readonly terms: readonly Term[],
  ) {
    this.connections = connectionsOf(network)
    this.weights = this.connections.map(({ layer, weights }) => ({ layer, what: 'weights', value: weights }))
    this.biases = this.connections.map(({ layer, biases }) =>
      network.biases ? { layer, what: 'biases', value: biases } : null,
    )
    this.found = terms.map(() => null)
  }

  run(): StructureMatch {
    this.each((term) => this.byFactors(term))
    this.each((term, index) => this.byNeighbour(term, index))
    this.each((term) => this.byValue(term))
    this.each((term) => this.bySubset(term))
    return this.withWrong()
  }

  private each(find: (term: Term, index: number) => readonly Unit[] | null): void {
    for (const [index, term] of this.terms.entries()) {
      if (this.found[index] !== null) continue
      const units = find(term, index)
      if (units === null) continue
      this.found[index] = units
      for (const { layer, what } of units) this[what][layer - 1] = null
    }
  }

  private open(): Unit[] {
    const open: Unit[] = []
    for (const [index, weights] of this.weights.entries()) {
      const biases = this.biases[index]
      if (weights !== null) open.push(weights)
      if (biases != null) open.push(biases)
    }
    return open
  }

  private byFactors({ factors }: Term): readonly Unit[] | null {
    const [a, b] = factors
    if (a === undefined || b === undefined || factors.length > 2) return null
    // (6+1)×5: the bias as one more input that is always 1.
    return a.isSum || b.isSum
      ? (this.bothByFactors(a, b) ?? this.weightsByFactors(a, b))
      : (this.weightsByFactors(a, b) ?? this.bothByFactors(a, b))
  }

  private weightsByFactors(a: Factor, b: Factor): readonly Unit[] | null {
    for (const [index, unit] of this.weights.entries()) {
      if (unit != null && isPair(a, b, this.connections[index], 0)) return [unit]
    }
    return null
  }

  private bothByFactors(a: Factor, b: Factor): readonly Unit[] | null {
    // As written first: (49+1)×32 is 49→32 even where 31→50 has the same factors.
    return (
      this.bothWhere(({ from, to }) => isBiased(a, b, from, to) || isBiased(b, a, from, to)) ??
      this.bothWhere((connection) => isPair(a, b, connection, 1))
    )
  }

  private bothWhere(fits: (connection: Connection) => boolean): readonly Unit[] | null {
    for (const [index, connection] of this.connections.entries()) {
      const weights = this.weights[index]
      const biases = this.biases[index]
      if (weights != null && biases != null && fits(connection)) return [weights, biases]
    }
    return null
  }

  /** The layer whose weights the term before stands for, or null. */
  private layerBefore(index: number): number | null {
    const units = this.found[index - 1]
    return units?.length === 1 && units[0]?.what === 'weights' ? units[0].layer : null
  }

  private byNeighbour({ value }: Term, index: number): readonly Unit[] | null {
    const layer = this.layerBefore(index)
    const biases = layer === null ? null : this.biases[layer - 1]
    return biases != null && biases.value === value ? [biases] : null
  }

  private byValue({ value, factors }: Term): readonly Unit[] | null {
    const biases = factors.length <= 1 ? this.biases.find((unit) => unit?.value === value) : null
    if (biases != null) return [biases]
    const both = this.bothWhere((connection) => connection.weights + connection.biases === value)
    if (both !== null) return both
    const weights = this.weights.find((unit) => unit?.value === value)
    return weights == null ? null : [weights]
  }

  /** The fewest open units that add up to the term: 62 for all weights, 12 for all biases. */
  private bySubset({ value }: Term): readonly Unit[] | null {
    const open = this.open()
    if (open.length > MOST_OPEN) return null
    // Sums of all subsets, each from the one without its lowest unit.
    const sums = [0]
    let best = 0
    for (let subset = 1; subset < 1 << open.length; subset += 1) {
      const lowest = 31 - Math.clz32(subset & -subset)
      const sum = (sums[subset & (subset - 1)] ?? 0) + (open[lowest]?.value ?? 0)
      sums.push(sum)
      if (sum === value && (best === 0 || setBits(subset) < setBits(best))) best = subset
    }
    return best === 0 ? null : open.filter((_, index) => best & (1 << index))
  }

  /** Addends left over are put where they were meant: beside their weights, or by a factor they share. */
  private withWrong(): StructureMatch {
    const matched: { term: Term; units: readonly Unit[] }[] = []
    const wrong: { term: Term; units: readonly Unit[] }[] = []
    const extra: Term[] = []
    const missing = this.open()
    for (const [index, term] of this.terms.entries()) {
      const units = this.found[index]
      if (units != null) {
        matched.push({ term, units })
        continue
      }
      const meant = missing.find((unit) => this.isMeant(unit, term, index))
      if (meant === undefined) extra.push(term)
      else {
        missing.splice(missing.indexOf(meant), 1)
        wrong.push({ term, units: [meant] })
      }
    }
    const [only] = extra
    // 35+25+15: the one number left over was meant for the one connection left over.
    if (only !== undefined && extra.length === 1 && this.isWholeConnection(missing)) {
      return { matched, wrong: [...wrong, { term: only, units: missing }], missing: [], extra: [] }
    }
    return { matched, wrong, missing, extra }
  }

  private isWholeConnection(units: readonly Unit[]): boolean {
    const [first] = units
    const connection = this.connections[(first?.layer ?? 0) - 1]
    const count = connection !== undefined && connection.biases > 0 ? 2 : 1
    return units.length === count && units.every(({ layer }) => layer === first?.layer)
  }

  private isMeant(unit: Unit, { factors }: Term, index: number): boolean {
    if (unit.what === 'biases') return factors.length <= 1 && this.layerBefore(index) === unit.layer
    const connection = this.connections[unit.layer - 1]
    if (connection === undefined || factors.length < 2) return false
    return factors.some(({ value }) => value === connection.from || value === connection.to)
  }
}

const setBits = (subset: number): number => {
  let count = 0
  for (let rest = subset; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Whether the factors are the connection's sizes, the sending one counted `more` larger. */
const isPair = (a: Factor, b: Factor, connection: Connection | undefined, more: number): boolean => {
  if (connection === undefined) return false
  const from = connection.from + more
  return (a.value === from && b.value === connection.to) || (a.value === connection.to && b.value === from)
}

const isBiased = (sum: Factor, other: Factor, from: number, to: number): boolean =>
  sum.besidesOne === from && other.value === to

/** Weights are two thirds of a connection and its biases one, as there is one thing more to know for them. */
const WORTH = { weights: 2, biases: 1 } as const

/**
 * Share of the network that the answer counts rightly, 0..1: what it has, less one bias' worth for every addend that
 * has no place; 0 without the weights of any connection.
 */
export function matchedShare({ matched, wrong, missing, extra }: StructureMatch): number {
  let found = 0
  let weights = 0
  for (const { units } of matched) {
    found += worthOf(units)
    for (const { what } of units) if (what === 'weights') weights += 1
  }
  if (weights === 0) return 0
  let all = found + worthOf(missing)
  for (const { units } of wrong) all += worthOf(units)
  return Math.max(0, found - extra.length) / all
}

function worthOf(units: readonly Unit[]): number {
  let worth = 0
  for (const { what } of units) worth += WORTH[what]
  return worth
}
