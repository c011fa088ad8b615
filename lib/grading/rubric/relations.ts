import type { CompiledRelation, CompiledRubric, CompiledTerm } from './compile'
import type { Hit, Reading } from './reading'

const assertedBit = 1
const deniedBit = 2
const voidBit = 4

/** The part of an answer in which a relation is looked for, with the standings of every concept in it. */
interface Stretch {
  readonly hits: Hit[]
  readonly masks: Uint8Array
}

/** All stretches of a reading, by kind of window. */
export interface Stretches {
  readonly clause: readonly Stretch[]
  readonly sentence: readonly Stretch[]
  readonly adjacent: readonly Stretch[]
  readonly answer: readonly Stretch[]
  add(hit: Hit): void
}

const bitOf = (hit: Hit): number =>
  hit.standing === 'asserted' ? assertedBit : hit.standing === 'denied' ? deniedBit : voidBit

const put = (stretch: Stretch | undefined, hit: Hit): void => {
  if (stretch === undefined) return
  stretch.hits.push(hit)
  stretch.masks[hit.concept] = (stretch.masks[hit.concept] ?? 0) | bitOf(hit)
}

export function stretchesOf(reading: Reading, concepts: number): Stretches {
  const empty = (): Stretch => ({ hits: [], masks: new Uint8Array(concepts) })
  const byClause = new Map<number, Stretch>()
  const clause: Stretch[] = []
  const sentence = reading.sentences.map(empty)
  const adjacent = reading.sentences.map(empty)
  const answer = [empty()]
  const add = (hit: Hit): void => {
    let own = byClause.get(hit.clause)
    if (own === undefined) {
      own = empty()
      byClause.set(hit.clause, own)
      clause.push(own)
    }
    put(own, hit)
    put(sentence[hit.sentence], hit)
    put(adjacent[hit.sentence], hit)
    put(adjacent[hit.sentence - 1], hit)
    put(answer[0], hit)
  }
  for (const hit of reading.hits) add(hit)
  return { clause, sentence, adjacent, answer, add }
}

const wanted = (term: CompiledTerm): number =>
  term.mode === 'asserted'
    ? assertedBit
    : term.mode === 'denied'
      ? deniedBit
      : assertedBit | deniedBit | voidBit

const present = (terms: readonly CompiledTerm[], masks: Uint8Array): boolean => {
  for (const term of terms) if (((masks[term.concept] ?? 0) & wanted(term)) !== 0) return true
  return false
}

const fits = (hit: Hit, terms: readonly CompiledTerm[]): boolean =>
  terms.some((term) => term.concept === hit.concept && (bitOf(hit) & wanted(term)) !== 0)

function findIn(relation: CompiledRelation, { hits, masks }: Stretch): readonly Hit[] | null {
  for (const terms of relation.all) if (!present(terms, masks)) return null
  for (const terms of relation.none) if (present(terms, masks)) return null
  return relation.within === 'then' ? followed(relation, hits) : nearest(relation, hits)
}

/** The hits that a relation rests on, one for each of its terms, in the first stretch that holds them all. */
export function findRelation(relation: CompiledRelation, stretches: Stretches): readonly Hit[] | null {
  for (const stretch of stretches[relation.within === 'then' ? 'sentence' : relation.within]) {
    const chosen = findIn(relation, stretch)
    if (chosen !== null) return chosen
  }
  return null
}

/** The first term's first hit, and of every other term the hit nearest to it. */
function nearest({ all }: CompiledRelation, hits: readonly Hit[]): readonly Hit[] | null {
  const [first, ...rest] = all
  const anchor = hits.find((hit) => first !== undefined && fits(hit, first))
  if (anchor === undefined) return null
  const chosen = [anchor]
  for (const terms of rest) {
    let best: Hit | undefined
    for (const hit of hits) {
      if (!fits(hit, terms)) continue
      if (best === undefined || Math.abs(hit.start - anchor.start) < Math.abs(best.start - anchor.start))
        best = hit
    }
    if (best === undefined) return null
    chosen.push(best)
  }
  return chosen
}

/** A hit of the first term whose next claim among the second term and its rivals is the second term's. */
function followed({ all, rivals }: CompiledRelation, hits: readonly Hit[]): readonly Hit[] | null {
  const [first, second] = all
  if (first === undefined || second === undefined) return null
  for (const hit of hits) {
    if (!fits(hit, first)) continue
    const next = hits.find(
      (other) =>
        other.start >= hit.end &&
        other.standing === 'asserted' &&
        (fits(other, second) || rivals.has(other.concept)),
    )
    if (next !== undefined && fits(next, second) && !rivals.has(next.concept)) return [hit, next]
  }
  return null
}

/** Adds the hits of the rubric's compositions, in the order in which it lists them. */
export function withCompositions(reading: Reading, compiled: CompiledRubric): Stretches {
  const stretches = stretchesOf(reading, compiled.claim.length)
  for (const { concept, relation } of compiled.compositions) {
    const kind = relation.within === 'then' ? 'sentence' : relation.within
    const added: Hit[] = []
    for (const stretch of stretches[kind]) {
      const chosen = findIn(relation, stretch)
      const [anchor] = chosen ?? []
      if (chosen === null || anchor === undefined) continue
      const own = chosen.filter((hit) => hit.sentence === anchor.sentence)
      added.push({
        concept,
        start: Math.min(...own.map((hit) => hit.start)),
        end: Math.max(...own.map((hit) => hit.end)),
        sentence: anchor.sentence,
        clause: anchor.clause,
        standing: 'asserted',
      })
    }
    for (const hit of added) {
      reading.hits.push(hit)
      stretches.add(hit)
    }
  }
  return stretches
}
