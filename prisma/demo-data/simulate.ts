import type { JsonObject } from '@/lib/core/json'
import type { Question } from '@/lib/question/define-question'
import type { StoredResponse } from '@/lib/question/field'
import type { Chance } from './chance'
import type { SimulatedStudent } from './cohort'
import { excuses, sentences } from './sentences'

/** Logistic item response curve (Birnbaum 1968) of two parameters. */
const chanceOf = (ability: number, difficulty: number, slope = 1.4): number =>
  1 / (1 + Math.exp(-slope * (ability - difficulty)))

const difficultyOf: Readonly<Record<string, number>> = {
  'dnn-parameters': -0.7,
  'conv-output': -0.2,
  'rnn-gradient': 0,
}

/**
 * How hard a variant is. Deeper networks and the sigmoid are harder on purpose: the statistics of the demo course have
 * something unfair to find.
 */
function variantDifficulty(type: string, params: JsonObject): number {
  const base = difficultyOf[type] ?? 0
  if (Array.isArray(params.hidden) && params.hidden.length > 2) return base + 1.9
  if (params.activation === 'sigmoid') return base + 1.3
  if (typeof params.dilation === 'number' && params.dilation > 1) return base + 0.3
  return base
}

/** A student's answer to a variant as it grows: the states in which it is saved, the last one handed in. */
export function simulateAnswer(
  question: Question,
  params: JsonObject,
  settings: unknown,
  student: Pick<SimulatedStudent, 'ability' | 'language'>,
  chance: Chance,
): readonly StoredResponse[] {
  const difficulty = variantDifficulty(question.slug, params)
  const { ability } = student
  // Some leave a problem as it is.
  if (chance.happens(0.5 * chanceOf(-2.2, ability))) return []
  const answer: Record<string, StoredResponse[string]> = { ...question.reference(params) }
  const mistakes = question.mistakes(params, settings)
  for (const field of question.publicView(params).fields) {
    const { name } = field
    if (field.kind === 'text') {
      answer[name] = explanation(student, difficulty, chance)
      continue
    }
    if (chance.happens(chanceOf(ability, difficulty))) continue
    if (field.kind === 'sketch') {
      answer[name] = spoiltSketch(answer[name], chance)
      continue
    }
    // Weaker students make the mistakes that earn less.
    const known = mistakes.filter(({ part, id }) => part === name && !id.includes('+'))
    if (known.length > 0 && chance.happens(0.85)) {
      const sorted = [...known].sort((a, b) => b.credit - a.credit)
      const reach = Math.max(1, Math.ceil(sorted.length * (0.35 + 0.65 * chanceOf(-ability, 0))))
      answer[name] = chance.pick(sorted.slice(0, reach)).value
    } else answer[name] = chance.happens(0.2) ? '' : otherwiseWrong(answer[name], chance)
  }
  return statesOf(answer, chance)
}

/** A value near the right one, as of a slip of the pen; or none that can be read. */
function otherwiseWrong(value: StoredResponse[string] | undefined, chance: Chance): string {
  if (typeof value !== 'string') return ''
  if (chance.happens(0.1)) return '?'
  return value.replace(/\d+(?!.*\d)/, (digits) => String(Number(digits) + chance.int(1, 9)))
}

function spoiltSketch(value: StoredResponse[string] | undefined, chance: Chance): StoredResponse[string] {
  if (!Array.isArray(value) || value.length === 0) return []
  if (chance.happens(0.15)) return []
  const at = chance.int(0, value.length - 1)
  return chance.happens(0.5) ? value.filter((_, i) => i !== at) : [...value].reverse()
}

function explanation(
  { ability, language }: Pick<SimulatedStudent, 'ability' | 'language'>,
  difficulty: number,
  chance: Chance,
): string {
  if (chance.happens(0.6 * chanceOf(-1.8, ability))) return chance.pick(excuses[language])
  const said = sentences[language].flatMap(({ well, halfway, badly }) => {
    if (chance.happens(chanceOf(ability, difficulty - 0.4))) return [chance.pick(well)]
    if (chance.happens(0.45)) return [chance.pick(halfway)]
    return chance.happens(0.3) ? [chance.pick(badly)] : []
  })
  return said.length === 0 ? chance.pick(excuses[language]) : said.join(' ')
}

/** Pages save while people type: the fields fill one after the other, texts sentence by sentence. */
function statesOf(answer: StoredResponse, chance: Chance): readonly StoredResponse[] {
  const states: StoredResponse[] = []
  let soFar: Record<string, StoredResponse[string]> = {}
  for (const [name, value] of Object.entries(answer)) {
    if (typeof value === 'string' && value.length > 60 && chance.happens(0.8)) {
      const half = value.indexOf('. ', value.length / 3)
      if (half > 0) states.push({ ...soFar, [name]: value.slice(0, half + 1) })
    } else if (typeof value === 'string' && value !== '' && chance.happens(0.25))
      states.push({ ...soFar, [name]: otherwiseWrong(value, chance) })
    soFar = { ...soFar, [name]: value }
    states.push(soFar)
  }
  return states
}
