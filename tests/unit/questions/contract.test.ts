import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { registry } from '@/questions/registry'

const SEEDS = Array.from({ length: 200 }, (_, index) => `contract-${index}`)
/** A type whose seeds lead to fewer variants gives neighbours the same problem. */
const LEAST_VARIANTS = 100

const junk: readonly unknown[] = [
  null,
  undefined,
  0,
  Number.NaN,
  '',
  'text',
  [],
  [[[]]],
  {},
  { unknown: 1 },
  ...['total', 'padding', 'paddedSize', 'outputSize', 'sketch', 'explanation', 'bound'].flatMap((name) => [
    { [name]: null },
    { [name]: 42 },
    { [name]: { toString: 'x' } },
    { [name]: ['a', null, { stage: 7 }, { stage: 'input', size: {} }] },
    { [name]: '\u0000\ud800((((((1/0^^^' },
    { [name]: '9^9^9^9^9^9' },
  ]),
]

/** Lines that say something: long enough not to occur anywhere by chance. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[-\d.\s]+/, '').trim())
    .filter((line) => line.length >= 24)

it('registers every folder under questions/, each by its slug', () => {
  const root = path.resolve(import.meta.dirname, '../../../questions')
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(registry.all.map(({ slug }) => slug).toSorted()).toEqual(folders.map(({ name }) => name).toSorted())
})

describe.each(registry.all.map((question) => [question.slug, question] as const))('%s', (_, question) => {
  const variants = SEEDS.map((seed) => question.generate(seed, {}))

  it('gives the same params for the same seed', () => {
    SEEDS.forEach((seed, index) => {
      expect(question.generate(seed, {})).toEqual(variants[index])
    })
  })

  it('gives params that survive JSON and parse again unchanged', () => {
    for (const params of variants) {
      const parsed = question.parseParams(JSON.parse(JSON.stringify(params)))
      expect(parsed).toEqual({ ok: true, value: params })
    }
  })

  it('gives many different variants', () => {
    const distinct = new Set(variants.map((params) => JSON.stringify(params)))
    // An author's own question may have fewer.
    const all = [...question.enumerate({})].length
    expect(distinct.size).toBeGreaterThanOrEqual(Math.min(LEAST_VARIANTS, Math.ceil(all * 0.8)))
  })

  it('gives the reference response everything', () => {
    for (const params of variants) {
      const result = question.grade(params, question.reference(params))
      expect(result.score, JSON.stringify(params)).toBe(1)
      expect(result.status).not.toBe('invalid')
      for (const part of result.parts) expect(part.score).toBe(part.max)
    }
  })

  it('shows no line of the solution and no key in the public view', () => {
    for (const params of variants) {
      const shown = JSON.stringify(question.publicView(params))
      const { text } = question.solution(params)
      const steps = question.grade(params, {}).steps
      const secret = [text.ko, text.en, ...steps.flatMap(({ ko, en }) => [ko, en])].flatMap(linesOf)
      expect(secret.length).toBeGreaterThan(0)
      for (const line of secret) expect(shown).not.toContain(JSON.stringify(line).slice(1, -1))
      for (const value of Object.values(question.reference(params))) {
        if (typeof value === 'string' && value.length >= 3) expect(shown).not.toContain(value)
      }
    }
  })

  it('fills every field of the reference and no other', () => {
    for (const params of variants) {
      const fields = question.publicView(params).fields.map(({ name }) => name)
      const filled = Object.entries(question.reference(params)).filter(([, value]) => value.length > 0)
      expect(filled.map(([name]) => name).toSorted()).toEqual(fields.toSorted())
    }
  })

  it('answers any response with a grade, and the same one twice', () => {
    for (const params of variants.slice(0, 5)) {
      for (const response of junk) {
        const result = question.grade(params, response)
        expect(result.score).toBeLessThan(1)
        expect(question.grade(params, response)).toEqual(result)
        expect(question.parseResponse(response)).toBeTypeOf('object')
      }
    }
  })

  it('states the problem in both languages', () => {
    for (const params of variants.slice(0, 20)) {
      const { statement } = question.publicView(params)
      expect(statement.ko).toMatch(/[가-힣]/)
      expect(statement.en).not.toMatch(/[가-힣]/)
    }
  })

  it('takes no settings for the defaults and refuses what are no settings', () => {
    expect(question.parseSettings({}).ok).toBe(true)
    for (const raw of ['text', 7, []]) expect(question.parseSettings(raw).ok).toBe(false)
  })
})
