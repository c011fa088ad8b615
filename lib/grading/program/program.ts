import type { Localized } from '@/lib/core/localized'
import { createRng } from '@/lib/core/rng'
import { fraction } from '@/lib/grading/exact/fraction'
import { evaluateFormula, exactValue, type FormulaValue } from '@/lib/grading/formula/evaluate-formula'
import { type Formula, type FormulaProblem, namesIn } from '@/lib/grading/formula/formula'
import { parseFormula } from '@/lib/grading/formula/parse-formula'
import type { SettingsProblem, Space } from '@/lib/question/contract'
import { describeProblem } from './problem-words'
import type { ProgramSettings } from './schema'

/** Combinations of values that are looked through; of more, so many are sampled, the same ones each time. */
export const MOST_COMBINATIONS = 5_000
/** Values of one variable. */
const MOST_VALUES = 100_000
/** Draws for the sample, some of which meet a combination that is in it already. */
const MOST_DRAWS = 3 * MOST_COMBINATIONS
/** A key that is no exact number needs room for rounding. */
const LEAST_REAL_TOLERANCE = 0.001

export type Values = ReadonlyMap<string, FormulaValue>

interface Drawn {
  readonly name: string
  /** As they are kept: '3', '0.5'. */
  readonly domain: readonly string[]
}

/** An author's settings, with every formula read. */
export interface Program {
  readonly drawn: readonly Drawn[]
  readonly derived: readonly { readonly name: string; readonly formula: Formula }[]
  readonly constraints: readonly Formula[]
  readonly parts: readonly (ProgramSettings['parts'][number] & { readonly formula: Formula })[]
  readonly mistakes: readonly (ProgramSettings['mistakes'][number] & { readonly wrong: Formula })[]
}

type Compiled = { readonly program: Program } | { readonly problem: SettingsProblem }

const compiled = new WeakMap<ProgramSettings, Compiled>()

/** Read once for each settings object. */
function compile(settings: ProgramSettings): Compiled {
  const known = compiled.get(settings)
  if (known) return known
  const made = read(settings)
  compiled.set(settings, made)
  return made
}

/** Throws where the settings have a problem: they are looked at before variants are drawn. */
export function programOf(settings: ProgramSettings): Program {
  const made = compile(settings)
  if ('problem' in made) throw new Error(`${made.problem.property}: ${made.problem.message.en}`)
  return made.program
}

class Refusal extends Error {
  constructor(readonly problem: SettingsProblem) {
    super(problem.message.en)
  }
}
const refuse = (property: string, message: Localized): never => {
  throw new Refusal({ property, message })
}

function read(settings: ProgramSettings): Compiled {
  try {
    return { program: build(settings) }
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem }
    throw error
  }
}

const formulaAt = (property: string, text: string, known: ReadonlySet<string>): Formula => {
  const formula = parseFormula(text)
  if (!formula.ok) return refuse(property, describeProblem(formula.error))
  const unknown = [...namesIn(formula.value)].find((name) => !known.has(name))
  if (unknown !== undefined) {
    const names = [...known].join(', ')
    return refuse(property, {
      ko: `‘${unknown}’이라는 이름이 없습니다. 쓸 수 있는 이름: ${names}`,
      en: `There is no “${unknown}”: the names are ${names}.`,
    })
  }
  return formula.value
}

const plainDecimal = /^-?\d+(\.\d+)?$/

function domainOf(
  { from, min, max, step, values }: ProgramSettings['variables'][number],
  at: string,
): string[] {
  if (from === 'range') {
    if (min > max)
      refuse(`${at}.max`, {
        ko: '최댓값은 최솟값 이상이어야 합니다.',
        en: 'The end must not be below the start.',
      })
    const count = Math.floor((max - min) / step) + 1
    if (count > MOST_VALUES) refuse(`${at}.max`, tooMany(count))
    return Array.from({ length: count }, (_, i) => String(min + i * step))
  }
  if (values.length === 0)
    refuse(`${at}.values`, { ko: '값을 하나 이상 쓰세요.', en: 'Give at least one value.' })
  const written = values.map(String)
  if (!written.every((text) => plainDecimal.test(text)))
    refuse(`${at}.values`, { ko: '지수 표기가 없는 수를 쓰세요.', en: 'Write numbers without exponents.' })
  return [...new Set(written)]
}

const tooMany = (count: number): Localized => ({
  ko: `값이 ${count}개입니다. ${MOST_VALUES}개 이하로 줄이세요.`,
  en: `There are ${count} values; narrow them to at most ${MOST_VALUES}.`,
})

function build(settings: ProgramSettings): Program {
  const known = new Set<string>()
  const claim = (name: string, property: string) => {
    if (known.has(name)) refuse(property, { ko: '이미 있는 이름입니다.', en: 'This name is taken.' })
    known.add(name)
  }
  const drawn: Drawn[] = []
  const derived: { name: string; formula: Formula }[] = []
  for (const [i, variable] of settings.variables.entries()) {
    const at = `variables.${i}`
    if (variable.from === 'formula')
      derived.push({ name: variable.name, formula: formulaAt(`${at}.formula`, variable.formula, known) })
    else drawn.push({ name: variable.name, domain: domainOf(variable, at) })
    claim(variable.name, `${at}.name`)
  }
  for (const locale of ['ko', 'en'] as const) {
    const unknown = placesIn(settings.statement[locale]).find((name) => !known.has(name))
    if (unknown !== undefined)
      refuse(`statement.${locale}`, {
        ko: `‘{{${unknown}}}’이라는 변수가 없습니다.`,
        en: `There is no variable {{${unknown}}}.`,
      })
  }
  const constraints = settings.constraints.map((text, i) => formulaAt(`constraints.${i}`, text, known))
  const parts = settings.parts.map((part, i) => {
    const formula = formulaAt(`parts.${i}.key`, part.key, known)
    claim(part.id, `parts.${i}.id`)
    return { ...part, formula }
  })
  const ids = new Set<string>()
  const mistakes = settings.mistakes.map((mistake, i) => {
    const at = `mistakes.${i}`
    if (!parts.some(({ id }) => id === mistake.part))
      refuse(`${at}.part`, { ko: '그런 부분이 없습니다.', en: 'There is no such part.' })
    if (ids.has(`${mistake.part} ${mistake.id}`))
      refuse(`${at}.id`, { ko: '이미 있는 이름입니다.', en: 'This name is taken.' })
    ids.add(`${mistake.part} ${mistake.id}`)
    return { ...mistake, wrong: formulaAt(`${at}.formula`, mistake.formula, known) }
  })
  const program = { drawn, derived, constraints, parts, mistakes }
  look(program)
  return program
}

/** Whether every combination that the constraints let through has a key and wrong values. */
function look(program: Program): void {
  let any = false
  for (const values of combinations(program)) {
    any = true
    const keys = keysOf(program, values)
    for (const [i, part] of program.parts.entries()) {
      const key = keys.get(part.id)
      if (key?.kind === 'real' && part.tolerance < LEAST_REAL_TOLERANCE)
        refuse(`parts.${i}.tolerance`, {
          ko: `정확한 수가 아닌 답에는 ${LEAST_REAL_TOLERANCE} 이상의 허용 오차가 필요합니다.`,
          en: `An answer that is no exact number needs a tolerance of at least ${LEAST_REAL_TOLERANCE}.`,
        })
    }
    for (const [i, mistake] of program.mistakes.entries())
      valueAt(`mistakes.${i}.formula`, mistake.wrong, new Map([...keys]))
  }
  if (!any)
    refuse('constraints', { ko: '조건에 맞는 값이 없습니다.', en: 'No values satisfy the constraints.' })
}

function valueAt(property: string, formula: Formula, values: Values): FormulaValue {
  const value = evaluateFormula(formula, values)
  return value.ok ? value.value : refuse(property, describeProblem(value.error))
}

export const settingsProblem = (settings: ProgramSettings): SettingsProblem | null => {
  const made = compile(settings)
  return 'problem' in made ? made.problem : null
}

/** Kept text as a value: '3', '-0.25'. */
export function readKept(text: string): FormulaValue {
  const [whole = '0', decimals = ''] = text.split('.')
  const d = 10n ** BigInt(decimals.length)
  const { n, d: lowest } = fraction(BigInt(whole + decimals), d)
  return exactValue(n, lowest)
}

/** The drawn values and what follows from them. Throws where a formula has no value. */
export function withDerived(program: Program, drawn: ReadonlyMap<string, string>): Values {
  const values = new Map<string, FormulaValue>([...drawn].map(([name, text]) => [name, readKept(text)]))
  for (const { name, formula } of program.derived) values.set(name, valueAt('variables', formula, values))
  return values
}

/** Values of the drawn variables before any constraint: all combinations, or a sample of them without repetition. */
function* candidates(drawn: readonly Drawn[]): Generator<ReadonlyMap<string, string>> {
  const at = (places: readonly number[]) =>
    new Map(drawn.map(({ name, domain }, i) => [name, domain[places[i] ?? 0] ?? '0']))
  const count = combinationsOf(drawn)
  if (count <= MOST_COMBINATIONS) {
    for (let index = 0; index < count; index += 1) {
      let rest = index
      yield at(
        drawn.map(({ domain }) => {
          const place = rest % domain.length
          rest = Math.floor(rest / domain.length)
          return place
        }),
      )
    }
    return
  }
  const rng = createRng(`sample of ${drawn.map(({ name, domain }) => `${name} ${domain.length}`).join(', ')}`)
  const seen = new Set<string>()
  for (let tries = 0; tries < MOST_DRAWS && seen.size < MOST_COMBINATIONS; tries += 1) {
    const places = drawn.map(({ domain }) => rng.int(0, domain.length - 1))
    const key = places.join()
    if (seen.has(key)) continue
    seen.add(key)
    yield at(places)
  }
}

const combinationsOf = (drawn: readonly Drawn[]): number =>
  drawn.reduce((product, { domain }) => product * domain.length, 1)

/** Every combination looked at that satisfies the constraints, as drawn texts by name; the same order each time. */
export function* draws({ drawn, derived, constraints }: Program): Generator<ReadonlyMap<string, string>> {
  const program = { drawn, derived, constraints, parts: [], mistakes: [] }
  for (const picked of candidates(drawn)) {
    const values = withDerived(program, picked)
    const holds = constraints.every((constraint, i) => {
      const value = valueAt(`constraints.${i}`, constraint, values)
      return value.kind === 'exact' ? value.value.n !== 0n : value.value !== 0
    })
    if (holds) yield picked
  }
}

/** How many combinations there are, how many of them were looked at, and how many of those satisfy the constraints. */
export function spaceOf(program: Program): Space {
  let looked = 0
  for (const _ of candidates(program.drawn)) looked += 1
  let accepted = 0
  for (const _ of draws(program)) accepted += 1
  return { combinations: combinationsOf(program.drawn), looked, accepted }
}

function* combinations(program: Program): Generator<Values> {
  for (const picked of draws(program)) yield withDerived(program, picked)
}

/**
 * Every name's value: the variables', and each part's key under the part's id.
 * @param own a student's own values of parts, used by the parts after them instead of the keys
 */
export function keysOf(
  program: Program,
  values: Values,
  own: Values = new Map(),
): ReadonlyMap<string, FormulaValue> {
  const all = new Map(values)
  for (const [i, { id, formula }] of program.parts.entries())
    all.set(id, own.get(id) ?? valueAt(`parts.${i}.key`, formula, all))
  return all
}

export const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*([^{}\s]*)\s*\}\}/g)].map(([, name = '']) => name)

export type { FormulaProblem }
