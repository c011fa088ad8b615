import { Automaton, type Form } from './automaton'
import {
  clauseAfter,
  clauseBefore,
  conditional,
  contrast,
  deniesAfter,
  deniesBeforeNarrow,
  deniesBeforeWide,
  hedges,
  instructs,
  modal,
  noDenial,
  personal,
  predicates,
  rejectsAfter,
  rejectsBefore,
  strongBreak,
  supposes,
  takesAllBack,
  takesBack,
  wary,
  would,
} from './language'
import { isLatinUnit, normaliseForm } from './normalise'
import type { Composition, Rubric } from './schema'
import { buildVocabulary, type Vocabulary } from './vocabulary'

/** What a form of the language list does. */
export const signals = [
  'clauseBefore',
  'clauseAfter',
  'strongBreak',
  'deniesAfter',
  'deniesBeforeNarrow',
  'deniesBeforeWide',
  'noDenial',
  'rejectsBefore',
  'rejectsAfter',
  'takesBack',
  'takesAllBack',
  'supposes',
  'would',
  'hedges',
  'instructs',
  'wary',
  'predicates',
  'conditional',
  'modal',
  'personal',
  'contrast',
] as const
export type Signal = (typeof signals)[number]

const formsOf: Readonly<Record<Signal, readonly string[]>> = {
  clauseBefore,
  clauseAfter,
  strongBreak,
  deniesAfter,
  deniesBeforeNarrow,
  deniesBeforeWide,
  noDenial,
  rejectsBefore,
  rejectsAfter,
  takesBack,
  takesAllBack,
  supposes,
  would,
  hedges,
  instructs,
  wary,
  predicates,
  conditional,
  modal,
  personal,
  contrast,
}

export type Meaning =
  | { readonly kind: 'concept'; readonly concept: number }
  | { readonly kind: 'signal'; readonly signal: Signal }

export interface CompiledTerm {
  readonly concept: number
  readonly mode: 'asserted' | 'denied' | 'any'
}

export interface CompiledRelation {
  readonly all: readonly (readonly CompiledTerm[])[]
  readonly none: readonly (readonly CompiledTerm[])[]
  readonly within: Composition['within']
  readonly rivals: ReadonlySet<number>
}

export interface CompiledRubric {
  readonly rubric: Rubric
  readonly conceptIndex: ReadonlyMap<string, number>
  /** For each concept the names of its three standings: `MUL`, `!MUL`, `?MUL`. */
  readonly marks: readonly string[]
  readonly claim: Uint8Array
  readonly subject: ReadonlySet<number>
  readonly foreign: ReadonlySet<number>
  readonly home: ReadonlySet<number>
  readonly automaton: Automaton
  /** Meanings of each form; one form may belong to several concepts. */
  readonly meanings: readonly (readonly Meaning[])[]
  /** The same as numbers, for the matcher's inner loop: a concept, or `-1 - s` for the signal of that place in `signals`. */
  readonly codes: readonly (readonly number[])[]
  readonly vocabulary: Vocabulary
  readonly compositions: readonly { readonly concept: number; readonly relation: CompiledRelation }[]
  relation(raw: Composition | Omit<Composition, 'id'>): CompiledRelation
}

const macroName = /^\{([A-Za-z][A-Za-z0-9_]*)\}/

/** Every form that one with macros stands for. Each macro's forms may hold macros; four levels at most. */
export function expandForm(form: string, macros: Rubric['macros'], depth = 0): string[] {
  const open = form.indexOf('{')
  if (open < 0) return [form]
  const match = macroName.exec(form.slice(open))
  const name = match?.[1]
  if (name === undefined || depth > 4) return [form]
  const rest = expandForm(form.slice(open + name.length + 2), macros, depth)
  const inner = (macros[name] ?? []).flatMap((one) => expandForm(one, macros, depth + 1))
  const head = form.slice(0, open)
  return inner.flatMap((middle) => rest.map((tail) => head + middle + tail))
}

/** Splits a form as written into what is matched and whether a Latin word may go on after it. */
export function readForm(written: string): Form {
  const open =
    written.endsWith('*') &&
    written.length > 1 &&
    isLatinUnit(written.toLowerCase().charCodeAt(written.length - 2))
  return { text: normaliseForm(open ? written.slice(0, -1) : written), open }
}

/** Builds the matcher of a rubric; done once and kept. Throws on a rule that names an unknown concept. */
export function compileRubric(rubric: Rubric): CompiledRubric {
  const conceptIndex = new Map<string, number>()
  const claims: boolean[] = []
  for (const concept of rubric.concepts) {
    conceptIndex.set(concept.id, claims.length)
    claims.push(concept.kind === 'claim')
  }
  for (const composition of rubric.compositions) {
    conceptIndex.set(composition.id, claims.length)
    claims.push(true)
  }

  const forms: Form[] = []
  const meanings: Meaning[][] = []
  const known = new Map<string, number>()
  const words = new Set<string>()
  const stems = new Set<string>()
  const add = (written: string, meaning: Meaning): void => {
    const form = readForm(written)
    if (form.text === '') return
    const key = `${form.open ? '*' : '='}${form.text}`
    const at = known.get(key)
    if (at === undefined) {
      known.set(key, forms.length)
      forms.push(form)
      meanings.push([meaning])
    } else meanings[at]?.push(meaning)
    const parts = form.text.split(/[^a-z]+/).filter((part) => part !== '')
    parts.forEach((part, index) => {
      if (form.open && index === parts.length - 1 && form.text.endsWith(part)) stems.add(part)
      else words.add(part)
    })
  }
  for (const concept of rubric.concepts) {
    const index = conceptIndex.get(concept.id) ?? 0
    for (const form of [...concept.ko, ...concept.en]) {
      for (const expanded of expandForm(form, rubric.macros))
        add(expanded, { kind: 'concept', concept: index })
    }
  }
  for (const signal of signals) {
    for (const form of formsOf[signal]) add(form, { kind: 'signal', signal })
  }

  // The names of the criteria are no part of an answer: who writes them pastes the rubric.
  for (const criterion of rubric.criteria) add(criterion.id, { kind: 'signal', signal: 'instructs' })

  const terms = (written: string): CompiledTerm[] =>
    written.split('|').map((part) => {
      const mode = part.startsWith('!') ? 'denied' : part.startsWith('?') ? 'any' : 'asserted'
      const name = mode === 'asserted' ? part : part.slice(1)
      const concept = conceptIndex.get(name)
      if (concept === undefined) throw new Error(`rubric ${rubric.id}: unknown concept ${name}`)
      return { concept, mode }
    })
  const indexes = (names: readonly string[]): ReadonlySet<number> =>
    new Set(names.flatMap((name) => terms(name).map((term) => term.concept)))
  const relation = (raw: Omit<Composition, 'id'>): CompiledRelation => ({
    all: raw.all.map(terms),
    none: raw.none.map(terms),
    within: raw.within,
    rivals: new Set(raw.rivals.flatMap((name) => terms(name).map((term) => term.concept))),
  })
  return {
    rubric,
    conceptIndex,
    marks: [...conceptIndex.keys()].flatMap((name) => [name, `!${name}`, `?${name}`]),
    claim: Uint8Array.from(claims, (claim) => (claim ? 1 : 0)),
    subject: indexes(rubric.subject),
    foreign: indexes(rubric.foreign),
    home: indexes(rubric.home),
    automaton: new Automaton(forms),
    meanings,
    codes: meanings.map((of) =>
      of.map((meaning) =>
        meaning.kind === 'concept' ? meaning.concept : -1 - signals.indexOf(meaning.signal),
      ),
    ),
    vocabulary: buildVocabulary(words, stems, rubric.terms),
    compositions: rubric.compositions.map((composition) => ({
      concept: conceptIndex.get(composition.id) ?? 0,
      relation: relation(composition),
    })),
    relation,
  }
}
