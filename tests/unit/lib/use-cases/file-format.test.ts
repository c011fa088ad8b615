import fc from 'fast-check'
import { expect, it } from 'vitest'
import { examRulesSchema } from '@/lib/exam/rules'
import { documentSchema, type FileDocument, writeFile } from '@/lib/use-cases/files/format'
import { readFile } from '@/lib/use-cases/files/read-file'
import { registry } from '@/questions/registry'

const text = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((each) => each.trim() !== '')
const localized = fc.record({ ko: text, en: text })
/** Settings that authors could have: a type's own, and those of its examples. */
const settingsOf = new Map(
  registry.all.map(({ slug, examples, parseSettings }) => [
    slug,
    [{}, ...examples.map((each) => each.settings)].map((raw) => {
      const parsed = parseSettings(raw)
      if (!parsed.ok) throw new Error(parsed.error)
      return parsed.value
    }),
  ]),
)
const content = (slug: string) =>
  fc.record({
    title: localized,
    settings: fc.constantFrom(...settingsOf.get(slug)!),
    fixedParams: fc.constant(null),
  })
const question = fc.constantFrom(...registry.all.map(({ slug }) => slug)).chain((slug) =>
  fc.record({
    type: fc.constant(slug),
    tags: fc.array(text, { maxLength: 3 }),
    versions: fc.array(
      fc.tuple(content(slug), fc.string({ maxLength: 40 })).map(([each, note]) => ({ ...each, note })),
      { minLength: 1, maxLength: 3 },
    ),
    // What is being typed may be wrong in any way.
    draft: fc.option(
      fc.record({
        title: fc.record({ ko: fc.string({ maxLength: 9 }), en: fc.string({ maxLength: 9 }) }),
        settings: fc.dictionary(
          fc.stringMatching(/^[a-z]{1,9}$/).filter((key) => !['constructor', 'prototype'].includes(key)),
          fc
            .jsonValue({ maxDepth: 3 })
            .map((value) => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'x'))),
          { maxKeys: 4 },
        ),
        fixedParams: fc.constant(null),
      }),
    ),
  }),
)
const document = fc
  .tuple(fc.array(question, { minLength: 1, maxLength: 5 }), localized, fc.boolean(), fc.nat())
  .map(([questions, title, withExam, pick]): FileDocument => {
    const named = questions.map((each, i) => ({ key: `q${i + 1}`, ...each }))
    const first = named[pick % named.length]!
    return documentSchema.parse({
      format: 'quizgrad',
      version: 1,
      questions: named,
      ...(withExam && {
        exam: {
          title,
          description: title,
          rules: examRulesSchema.parse({}),
          opensAt: '2036-01-02T03:04:05.000Z',
          closesAt: null,
          rows: [
            { kind: 'section', title, text: title },
            { kind: 'fixed', question: first.key, version: first.versions.length, points: 150 },
            {
              kind: 'pool',
              draw: 1,
              points: 100,
              from: named.map(({ key }) => ({ question: key, version: 1 })),
            },
          ],
        },
      }),
    })
  })

it('what is written is read as it was, and written again the same', () => {
  fc.assert(
    fc.property(document, (given) => {
      const written = writeFile(given)
      const read = readFile(registry, written)
      expect(read).toEqual({ ok: true, value: given })
      expect(writeFile(given)).toBe(written)
    }),
    { numRuns: 60 },
  )
})

it('whatever is read is refused with a line of the text, or taken whole; nothing is thrown', () => {
  const damaged = fc
    .tuple(document, fc.nat(), fc.nat(40), fc.string({ maxLength: 5 }))
    .map(([given, at, cut, put]) => {
      const written = writeFile(given)
      const from = at % written.length
      return written.slice(0, from) + put + written.slice(from + cut)
    })
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string({ maxLength: 300 }), fc.json()), (given) => {
      const read = readFile(registry, given)
      if (read.ok) return
      expect(read.error.length).toBeGreaterThan(0)
      for (const { line } of read.error) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(given.split('\n').length)
      }
    }),
    { numRuns: 150 },
  )
})
