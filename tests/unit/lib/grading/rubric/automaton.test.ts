import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Automaton } from '@/lib/grading/rubric/automaton'

describe('Automaton', () => {
  it('respects the edges of Latin words, open stems excepted', () => {
    const automaton = new Automaton([
      { text: 'gate', open: false },
      { text: 'multipl', open: true },
    ])
    const found = automaton.find('investigate a gate, multiplied gates')
    expect(found.map(({ form, start }) => [form, start])).toEqual([
      [0, 14],
      [1, 20],
    ])
  })

  it('does not read 0.1 as 1', () => {
    expect(new Automaton([{ text: '1보다작', open: false }]).find('0.1보다작')).toEqual([])
  })

  it('finds what a plain search finds, in Hangul', () => {
    const word = fc.stringMatching(/^[가나다]{1,3}$/)
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
        fc.stringMatching(/^[가나다라]{0,30}$/),
        (forms, text) => {
          const expected = new Set<string>()
          forms.forEach((form, index) => {
            for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
              expected.add(`${index}:${at}`)
          })
          const found = new Automaton(forms.map((form) => ({ text: form, open: false }))).find(text)
          expect(new Set(found.map(({ form, start }) => `${form}:${start}`))).toEqual(expected)
        },
      ),
    )
  })
})
