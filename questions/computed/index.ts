import { createRng } from '@/lib/core/rng'
import { evaluateFormula } from '@/lib/grading/formula/evaluate-formula'
import { operationsIn } from '@/lib/grading/formula/formula'
import {
  draws,
  keysOf,
  programOf,
  spaceOf as programSpace,
  settingsProblem,
  withDerived,
} from '@/lib/grading/program/program'
import { programWords } from '@/lib/grading/program/words'
import { writeValue } from '@/lib/grading/program/write-value'
import type { Mistake } from '@/lib/question/contract'
import { defineQuestion } from '@/lib/question/define-question'
import { readyMade } from './examples'
import { grade } from './grade'
import { type ComputedParams, paramsSchema } from './params'
import { responseSchema } from './response'
import { type ComputedSettings, computedSchema } from './settings'
import { solutionText, statement } from './words'

const paramsOf = (drawn: ReadonlyMap<string, string>): ComputedParams => ({
  values: Object.fromEntries(drawn),
})
const valuesOf = (params: ComputedParams, settings: ComputedSettings) =>
  withDerived(programOf(settings), new Map(Object.entries(params.values)))

const spaces = new WeakMap<ComputedSettings, readonly ComputedParams[]>()
/** Every variant, in order; made once for each settings object. */
function spaceOf(settings: ComputedSettings): readonly ComputedParams[] {
  const known = spaces.get(settings)
  if (known) return known
  const space = [...draws(programOf(settings))].map(paramsOf)
  spaces.set(settings, space)
  return space
}

function mistakes(params: ComputedParams, settings: ComputedSettings): readonly Mistake[] {
  const program = programOf(settings)
  const keys = keysOf(program, valuesOf(params, settings))
  return program.mistakes.flatMap(({ id, part, wrong, credit, title, feedback }) => {
    const value = evaluateFormula(wrong, keys)
    return value.ok ? [{ id, part, value: writeValue(value.value), credit, title, feedback }] : []
  })
}

/** Whatever an author can compute: declared variables, answers and mistakes as formulas. */
export const computed = defineQuestion({
  slug: 'computed',
  version: '1',
  title: { ko: '계산 문제', en: 'Computed answers' },
  examples: readyMade,
  settings: computedSchema,
  settingWords: programWords,
  settingsProblem: (settings: ComputedSettings) => settingsProblem(settings),
  params: paramsSchema,
  response: responseSchema,
  // Of all variants that satisfy the constraints, each equally likely: nothing is drawn and thrown away.
  generate: (seed, settings) => createRng(seed).pick(spaceOf(settings)),
  enumerate: spaceOf,
  space: (settings) => programSpace(programOf(settings)),
  statement,
  figure: () => null,
  fields: (_, settings) =>
    settings.parts.map(({ id, label, hint }) => ({ kind: 'expression' as const, name: id, label, hint })),
  grade,
  solution: (params, settings) => ({
    text: { ko: solutionText(params, 'ko', settings), en: solutionText(params, 'en', settings) },
    figure: null,
  }),
  reference(params, settings) {
    const keys = keysOf(programOf(settings), valuesOf(params, settings))
    return Object.fromEntries(
      settings.parts.map(({ id }) => {
        const key = keys.get(id)
        return [id, key ? writeValue(key) : '']
      }),
    )
  },
  mistakes,
  effort(params, settings) {
    const program = programOf(settings)
    const keys = keysOf(program, valuesOf(params, settings))
    return program.parts.reduce((sum, { id, formula }) => {
      const key = keys.get(id)
      return sum + 3 * operationsIn(formula) + (key ? writeValue(key).replace(/\D/g, '').length : 0)
    }, 0)
  },
})
