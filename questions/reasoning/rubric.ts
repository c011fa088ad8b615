import type { Localized } from '@/lib/core/localized'
import { type PreparedRubric, prepareRubric } from '@/lib/grading/rubric/apply-rubric'
import { type Pieces, piecesOf } from '@/lib/grading/rubric/copied'
import { grammarModel, type Model } from '@/lib/grading/rubric/model'
import { normaliseForm } from '@/lib/grading/rubric/normalise'
import { type Concept, type Rubric, rubricSchema } from '@/lib/grading/rubric/schema'
import { type AuthoredIdea, formsOf, type Settings } from './settings'

export const idOf = (place: number): string => `criterion-${place + 1}`
/** Every answer is of the same case: there are no variants. */
export const CASE = 'words'

const met: Localized = { ko: '설명했습니다.', en: 'Explained.' }
const partial: Localized = { ko: '일부를 설명했습니다.', en: 'Explained in part.' }
const unmet: Localized = { ko: '설명하지 않았습니다.', en: 'Not explained.' }
const withDescription = (words: Localized, description: Localized): Localized => ({
  ko: `${words.ko} ${description.ko}`.trim(),
  en: `${words.en} ${description.en}`.trim(),
})

/** The author's words as a rubric of concepts and rules, which holds plain forms and no patterns. */
function toRubric({ criteria }: Settings): Rubric {
  const concepts: Concept[] = []
  const termOf = (idea: AuthoredIdea): string => {
    const id = `idea-${concepts.length + 1}`
    const forms = formsOf(idea)
    const korean = (form: string) => /[ㄱ-힣]/.test(form)
    concepts.push({
      id,
      kind: idea.kind === 'statement' ? 'claim' : 'thing',
      ko: forms.filter(korean),
      en: forms.filter((form) => !korean(form)),
    })
    return idea.denied && idea.kind === 'statement' ? `!${id}` : id
  }
  const relation = ({ within, ideas }: { within: string; ideas: readonly AuthoredIdea[] }) => ({
    within,
    all: ideas.map(termOf),
  })
  return rubricSchema.parse({
    id: 'reasoning',
    version: 1,
    macros: {},
    criteria: criteria.map(({ title, description, ways, contradictions }, place) => ({
      id: idOf(place),
      title,
      description,
      feedback: {
        met,
        partial: withDescription(partial, description),
        unmet: withDescription(unmet, description),
      },
      evidence: ways.map((way) => ({ level: way.credit === 'full' ? 1 : 0.5, ...relation(way) })),
      contradictions: contradictions.map((each) => ({
        cap: each.remains === 'half' ? 0.5 : 0,
        ...relation(each),
      })),
    })),
    // Filled by the rules above.
    concepts,
  })
}

/** All that grading an answer needs, made once for each version of a question. */
export interface Prepared {
  readonly rubric: PreparedRubric
  readonly model: Model
  readonly shown: readonly Pieces[]
}

const prepared = new WeakMap<Settings, Prepared>()

export function preparedFor(settings: Settings): Prepared {
  const known = prepared.get(settings)
  if (known !== undefined) return known
  const made: Prepared = {
    rubric: prepareRubric(toRubric(settings)),
    model: modelFor(settings),
    shown: [settings.statement.ko, settings.statement.en].map((text) => piecesOf(normaliseForm(text))),
  }
  prepared.set(settings, made)
  return made
}

/**
 * What the grammar says, with no weights learned on other questions. That an idea was not found is decided by a person,
 * since an author's forms are few: unless the author trusts them, and the answer is otherwise understood.
 */
function modelFor({ decideUnmet }: Settings): Model {
  const grammar = grammarModel('reasoning', 1)
  return decideUnmet
    ? grammar
    : { ...grammar, thresholds: { ...grammar.thresholds, unmet: NEVER, unmetUnexplained: NEVER } }
}
/** No verdict is as sure as this. */
const NEVER = 1.01
