import type { CompiledRelation, CompiledRubric, CompiledTerm } from './compile'
import type { Hit, Reading } from './read-answer'

const assertedBit = 1
const deniedBit = 2
const voidBit = 4

/** The part of an answer in which a relation is looked for, with the standings of every concept in it. */
interface Stretch {
  readonly hits: readonly Hit[]
  readonly masks: Uint8Array
}

/** All stretches of a reading, by kind of window. */
export interface Stretches {
  readonly clause: readonly Stretch[]
  readonly sentence: readonly Stretch[]
  readonly adjacent: readonly Stretch[]
  readonly answer: readonly Stretch[]
}

const bitOf = (hit: Hit): number =>
  hit.standing === 'asserted' ? assertedBit : hit.standing === 'denied' ? deniedBit : voidBit

const stretch = (hits: readonly Hit[], concepts: number): Stretch => {
  const masks = new Uint8Array(concepts)
  for (const hit of hits) masks[hit.concept] = (masks[hit.concept] ?? 0) | bitOf(hit)
  return { hits, masks }
}

function grouped(hits: readonly Hit[], key: (hit: Hit) => number): Hit[][] {
  const groups = new Map<number, Hit[]>()
  for (const hit of hits) {
    const group = groups.get(key(hit))
    if (group === undefined) groups.set(key(hit), [hit])
    else group.push(hit)
  }
  return [...groups.values()]
}

export function stretchesOf(reading: Reading, concepts: number): Stretches {
  const sentences = reading.sentences.map((): Hit[] => [])
  for (const hit of reading.hits) sentences[hit.sentence]?.push(hit)
  return {
    clause: grouped(reading.hits, (hit) => hit.clause).map((hits) => stretch(hits, concepts)),
    sentence: sentences.map((hits) => stretch(hits, concepts)),
    adjacent: sentences.map((hits, index) => stretch([...hits, ...(sentences[index + 1] ?? [])], concepts)),
    answer: [stretch(reading.hits, concepts)],
  }
}

const wanted = (term: CompiledTerm): number =>
  term.mode === 'asserted'
    ? assertedBit
    : term.mode === 'denied'
      ? deniedBit
      : assertedBit | deniedBit | voidBit

const present = (terms: readonly CompiledTerm[], masks: Uint8Array): boolean =>
  terms.some((term) => ((masks[term.concept] ?? 0) & wanted(term)) !== 0)

const fits = (hit: Hit, terms: readonly CompiledTerm[]): boolean =>
  terms.some((term) => term.concept === hit.concept && (bitOf(hit) & wanted(term)) !== 0)

/** The hits that a relation rests on, one for each of its terms, in the first stretch that holds them all. */
export function findRelation(relation: CompiledRelation, stretches: Stretches): readonly Hit[] | null {
  const kind = relation.within === 'then' ? 'sentence' : relation.within
  for (const { hits, masks } of stretches[kind]) {
    if (!relation.all.every((terms) => present(terms, masks))) continue
    if (relation.none.some((terms) => present(terms, masks))) continue
    const chosen = relation.within === 'then' ? followed(relation, hits) : nearest(relation, hits)
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
  const concepts = compiled.claim.length
  let stretches = stretchesOf(reading, concepts)
  for (const { concept, relation } of compiled.compositions) {
    const kind = relation.within === 'then' ? 'sentence' : relation.within
    const added: Hit[] = []
    for (const one of stretches[kind]) {
      if (!relation.all.every((terms) => present(terms, one.masks))) continue
      const chosen = findRelation(relation, { ...stretches, [kind]: [one] })
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
    if (added.length === 0) continue
    reading.hits.push(...added)
    stretches = stretchesOf(reading, concepts)
  }
  return stretches
}
