import type { CompiledRelation, CompiledRubric } from './compile'
import { compileRubric } from './compile'
import { type Pieces, piecesOf } from './copied'
import { readAnswer } from './read-answer'
import type { Hit, Reading } from './reading'
import { findRelation, withCompositions } from './relations'
import type { Rubric } from './schema'

/** What the grammar alone says of one criterion. */
export interface GrammarVerdict {
  readonly id: string
  /** 0, 0.5 or 1 by the best rule, after contradictions. */
  readonly level: 0 | 0.5 | 1
  /** The same before contradictions. */
  readonly bare: 0 | 0.5 | 1
  /** The most that contradictions leave. */
  readonly most: 0 | 0.5 | 1
  /** Rules that hold, by level. */
  readonly full: number
  readonly half: number
  /** Hints that hold. */
  readonly hints: number
  /** Sentences in which a rule's relation stands. */
  readonly support: readonly Hit[]
  readonly against: readonly Hit[]
  /** Rules that would hold if void or denied statements counted. */
  readonly unsaid: boolean
}

export interface Application {
  readonly reading: Reading
  /** Names of the marks: for each concept asserted, denied and void. */
  readonly marks: readonly string[]
  /** The answer names nothing of the rubric's subject, or another one and nothing at the heart of this. */
  readonly stray: boolean
  /** Sentences that name something of it, by their index. */
  readonly onSubject: ReadonlySet<number>
  readonly criteria: readonly GrammarVerdict[]
  readonly misconceptions: readonly {
    readonly id: string
    readonly hits: readonly Hit[]
    readonly index: number
  }[]
}

interface PreparedCriterion {
  readonly id: string
  readonly evidence: readonly {
    readonly level: 1 | 0.5 | 0
    readonly cases: ReadonlySet<string>
    readonly relation: CompiledRelation
    readonly lax: CompiledRelation
  }[]
  readonly contradictions: readonly {
    readonly cap: 0 | 0.5
    readonly cases: ReadonlySet<string>
    readonly relation: CompiledRelation
  }[]
}

export interface PreparedRubric {
  readonly compiled: CompiledRubric
  readonly criteria: ReadonlyMap<string, PreparedCriterion>
  readonly misconceptions: readonly {
    readonly id: string
    readonly cases: ReadonlySet<string>
    readonly relation: CompiledRelation
  }[]
}

const anyStanding = (relation: CompiledRelation): CompiledRelation => ({
  ...relation,
  all: relation.all.map((terms) => terms.map((term) => ({ ...term, mode: 'any' as const }))),
  none: [],
})

/** Compiles a rubric once for many answers. */
export function prepareRubric(rubric: Rubric): PreparedRubric {
  const compiled = compileRubric(rubric)
  const criteria = new Map<string, PreparedCriterion>()
  for (const criterion of rubric.criteria) {
    criteria.set(criterion.id, {
      id: criterion.id,
      evidence: criterion.evidence.map((rule) => {
        const relation = compiled.relation(rule)
        return { level: rule.level, cases: new Set(rule.cases), relation, lax: anyStanding(relation) }
      }),
      contradictions: criterion.contradictions.map((rule) => ({
        cap: rule.cap,
        cases: new Set(rule.cases),
        relation: compiled.relation(rule),
      })),
    })
  }
  return {
    compiled,
    criteria,
    misconceptions: rubric.misconceptions.map((rule) => ({
      id: rule.id,
      cases: new Set(rule.cases),
      relation: compiled.relation(rule),
    })),
  }
}

const inCase = (cases: ReadonlySet<string>, name: string): boolean => cases.size === 0 || cases.has(name)

/**
 * Reads an answer and applies the rules of the named criteria. `shown`: pieces of the texts the student was shown;
 * `unknown`: forms to pass over, for training as if a writer used words that the lexicon lacks.
 */
export function applyRubric(
  answer: string,
  prepared: PreparedRubric,
  criterionIds: readonly string[],
  variantCase: string,
  shown: readonly Pieces[],
  unknown?: (form: number) => boolean,
): Application {
  const { compiled } = prepared
  const reading = readAnswer(answer, compiled, shown, unknown)
  const stretches = withCompositions(reading, compiled)
  const anyUnsaid = reading.hits.some((hit) => hit.standing !== 'asserted')
  const criteria = criterionIds.map((id): GrammarVerdict => {
    const criterion = prepared.criteria.get(id)
    let level: 0 | 0.5 | 1 = 0
    let full = 0
    let half = 0
    let hints = 0
    let unsaid = false
    const support: Hit[] = []
    for (const rule of criterion?.evidence ?? []) {
      if (!inCase(rule.cases, variantCase)) continue
      const hits = findRelation(rule.relation, stretches)
      if (hits === null) {
        if (anyUnsaid && !unsaid && rule.level === 1 && findRelation(rule.lax, stretches) !== null)
          unsaid = true
        continue
      }
      if (rule.level === 1) full += 1
      else if (rule.level === 0.5) half += 1
      else hints += 1
      if (rule.level > level) {
        level = rule.level
        support.length = 0
      }
      if (rule.level === level) support.push(...hits)
    }
    const bare = level
    const against: Hit[] = []
    let most: 0 | 0.5 | 1 = 1
    for (const rule of criterion?.contradictions ?? []) {
      if (!inCase(rule.cases, variantCase)) continue
      const hits = findRelation(rule.relation, stretches)
      if (hits === null) continue
      against.push(...hits)
      if (rule.cap < most) most = rule.cap
    }
    if (most < level) level = most
    // A full statement that is only denied or disowned is no support, whatever words of it are hinted at.
    if (unsaid && level === 0) most = 0
    return { id, level, bare, most, full, half, hints, support, against, unsaid }
  })
  const misconceptions = prepared.misconceptions.flatMap((rule, index) => {
    if (!inCase(rule.cases, variantCase)) return []
    const hits = findRelation(rule.relation, stretches)
    return hits === null ? [] : [{ id: rule.id, hits, index }]
  })
  const onSubject = new Set<number>()
  for (const hit of reading.hits) if (compiled.subject.has(hit.concept)) onSubject.add(hit.sentence)
  const names = (of: ReadonlySet<number>): boolean => reading.hits.some((hit) => of.has(hit.concept))
  const stray =
    (compiled.subject.size > 0 && onSubject.size === 0) || (names(compiled.foreign) && !names(compiled.home))
  return { reading, marks: compiled.marks, stray, onSubject, criteria, misconceptions }
}

/** Pieces of the texts that a student was shown, for `applyRubric`. */
export const shownPieces = (texts: readonly string[], normaliseText: (text: string) => string): Pieces[] =>
  texts.map((text) => piecesOf(normaliseText(text)))
