import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReply } from '@/lib/second-reader/reply'

const saying = (content: unknown) =>
  JSON.stringify({ id: 'x', choices: [{ index: 0, message: { content } }] })
const reply = (fields: object) => saying(JSON.stringify(fields))

describe('parseReply', () => {
  it('reads the agreed form', () => {
    expect(parseReply(reply({ verdict: 'met', quote: '곱해진다' }))).toEqual({
      verdict: 'met',
      quote: '곱해진다',
    })
  })

  it.each([
    ['a score beside the verdict', reply({ verdict: 'met', quote: 'a', score: 1 })],
    ['any other field', reply({ verdict: 'met', quote: 'a', reason: 'because' })],
    ['a smuggled prototype', saying('{"verdict":"met","quote":"a","__proto__":{"x":1}}')],
    ['an unknown verdict', reply({ verdict: 'partial', quote: 'a' })],
    ['no quotation', reply({ verdict: 'met' })],
    ['a quotation that is no text', reply({ verdict: 'met', quote: null })],
    ['a quotation longer than any passage', reply({ verdict: 'met', quote: 'a'.repeat(601) })],
    ['a list', saying('[{"verdict":"met","quote":"a"}]')],
    ['JSON with words around it', saying('Sure! {"verdict":"met","quote":"a"}')],
    ['broken JSON', saying('{"verdict":"met"')],
    ['no words at all', saying(null)],
    ['no choice', '{"choices":[]}'],
    ['another envelope', '{"verdict":"met","quote":"a"}'],
    ['a page of HTML', '<html>met</html>'],
    ['nothing', ''],
  ])('takes nothing from %s', (_, body) => {
    expect(parseReply(body)).toBeNull()
  })

  it('never throws, whatever arrives', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void parseReply(body)))
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (content) => void parseReply(saying(content))))
  })
})
