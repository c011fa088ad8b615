import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { type ForeignItem, foreignItems, reportOf } from '@/lib/use-cases/files/foreign'
import { toMoodle } from '@/lib/use-cases/files/moodle'
import { inQti, toManifest, toQtiItem } from '@/lib/use-cases/files/qti'
import { registry } from '@/questions/registry'

const itemsOf = (slug: string, settings: object = {}, count = 3): ForeignItem[] => {
  const type = registry.find(slug)!
  const parsed = type.parseSettings(settings)
  if (!parsed.ok) throw new Error(parsed.error)
  return foreignItems(
    type,
    {
      key: slug,
      type: slug,
      tags: [],
      versions: [
        { title: { ko: '제목', en: 'A < B & "C"' }, settings: parsed.value, fixedParams: null, note: '' },
      ],
      draft: null,
    },
    count,
    'en',
  )
}
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: true,
  trimValues: false,
})
const every = registry.all.flatMap(({ slug, examples }) => [
  [slug, {}] as const,
  ...examples.map(({ settings }) => [slug, settings] as const),
])

describe.each(every)('%s', (slug, settings) => {
  it('is well-formed in both, with the key that earns everything here', () => {
    const items = itemsOf(slug, settings)
    expect(XMLValidator.validate(toMoodle(items, 'Course'))).toBe(true)
    expect(XMLValidator.validate(toManifest(items))).toBe(true)
    for (const item of items) expect(XMLValidator.validate(toQtiItem(item))).toBe(true)
    for (const { fields } of items)
      for (const field of fields)
        if (field.kind === 'number') {
          // No known mistake stands for the key, and all of them for something.
          expect(field.wrong.map(({ value }) => value)).not.toContain(field.value)
          for (const { credit } of field.wrong) expect(credit).toBeLessThan(1)
        }
  })
})

it('a network’s count is a number with its known mistakes and their credit', () => {
  const [item] = itemsOf('dnn-parameters')
  const [field] = item!.fields
  if (field?.kind !== 'number') throw new Error('no number')
  expect(Number.isInteger(field.value)).toBe(true)
  expect(field.tolerance).toBe(0)
  expect(field.wrong.length).toBeGreaterThan(2)
  const { quiz } = parser.parse(toMoodle([item!], 'C'))
  const question = quiz.question[1]
  expect(question['@type']).toBe('numerical')
  expect(question.answer[0]).toMatchObject({ '@fraction': '100', text: field.value })
  expect(question.name.text).toBe('A < B & "C" (dnn-parameters-1)')
})

it('says what it leaves out', () => {
  const report = reportOf(itemsOf('conv-output', {}, 1), ['q9: not published, left out'])
  expect(report).toMatch(/the sketch/)
  expect(report).toMatch(/follow-through/)
  expect(report).toMatch(/q9/)
  expect(inQti(itemsOf('rnn-gradient', { numbers: false }, 1)[0]!)).toEqual([])
})

it('whatever is written is text and never markup', () => {
  const hostile = fc.constantFrom(
    '<script>',
    ']]>',
    '&amp;',
    '"',
    "'",
    '\u0000',
    '\ud800',
    '$x<y$',
    '}#~=',
    '**b**',
    '한글',
    '\n\n1. ',
  )
  const text = fc.array(hostile, { maxLength: 6 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (statement, option) => {
      const item: ForeignItem = {
        id: 'x',
        title: option,
        statement,
        solution: option,
        leftOut: [],
        fields: [
          {
            kind: 'choice',
            name: 'a',
            label: option,
            multiple: false,
            options: [{ text: option, right: true, credit: 0 }],
          },
          { kind: 'words', name: 'b', label: option, accepted: [option] },
        ],
      }
      for (const xml of [toMoodle([item], option), toQtiItem(item)]) {
        expect(XMLValidator.validate(xml)).toBe(true)
        expect(xml).not.toContain('<script>')
      }
    }),
  )
})
