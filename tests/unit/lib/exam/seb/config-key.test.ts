import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configKey, sebJson } from '@/lib/exam/seb/config-key'
import { type PlistDict, readPlist, writePlist } from '@/lib/exam/seb/plist'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** What the algorithm says of a dictionary, worked out by hand. */
const byHand: readonly (readonly [string, PlistDict, string])[] = [
  ['nothing', {}, '{}'],
  ['without white space', { a: 1, b: [true, false], c: 'x y' }, '{"a":1,"b":[true,false],"c":"x y"}'],
  ['keys without regard to case', { Zeta: 1, alpha: 2, Beta: 3 }, '{"alpha":2,"Beta":3,"Zeta":1}'],
  [
    'lower case first where nothing else differs',
    { allowWLAN: 1, allowWlan: 2 },
    '{"allowWlan":2,"allowWLAN":1}',
  ],
  ['keys by letters, not by code points', { éa: 1, f: 2, e: 3 }, '{"e":3,"éa":1,"f":2}'],
  ['dictionaries within lists in order too', { a: [{ y: 1, X: 2 }] }, '{"a":[{"X":2,"y":1}]}'],
  ['nothing escaped', { url: 'https://a/b?c="d"\\e' }, '{"url":"https://a/b?c="d"\\e"}'],
  ['without its maker and empty dictionaries', { originatorVersion: 'SEB', b: {}, a: { c: {} } }, '{"a":{}}'],
  ['empty lists kept', { a: [] }, '{"a":[]}'],
  ['data in base64', { d: Uint8Array.of(0, 255, 16) }, '{"d":"AP8Q"}'],
  ['dates by ISO 8601', { d: new Date('2026-11-25T09:30:00Z') }, '{"d":"2026-11-25T09:30:00Z"}'],
  ['Korean as it is', { examTitle: '중간고사' }, '{"examTitle":"중간고사"}'],
]

describe('the Config Key', () => {
  it.each(byHand)('writes %s', (_what, dict, json) => {
    expect(sebJson(dict)).toBe(json)
    expect(configKey(writePlist(dict), digest)).toBe(createHash('sha256').update(json).digest('hex'))
  })

  it('is that of a file written by somebody else', () => {
    const file = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN" "https://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><!-- made by hand -->
  <dict>
    <key>startURL</key><string>https://exams.example/?a=1&amp;b=&#50;&#x33;</string>
    <key>originatorVersion</key><string>SEB_OSX_3.3</string>
    <key>allowQuit</key><true />
    <key>empty</key><dict/>
    <key>rules</key><array><dict><key>regex</key><false/><key>action</key><integer>1</integer></dict></array>
    <key>none</key><string/>
  </dict>
</plist>`
    const json =
      '{"allowQuit":true,"none":"","rules":[{"action":1,"regex":false}],"startURL":"https://exams.example/?a=1&b=23"}'
    expect(sebJson(readPlist(file))).toBe(json)
    // printf %s '<the line above>' | sha256sum
    expect(configKey(file, digest)).toBe('f87900af8201e26494377071ca9e8458ee75e21bf9ec00caf896ace4bb5d8054')
  })

  it.each([
    '',
    '<plist>',
    '<plist><dict><key>a</key></dict></plist>',
    '<plist><dict><key>a</key><real>1.5</real></dict></plist>',
  ])('refuses %j', (text) => expect(() => readPlist(text)).toThrow(SyntaxError))
})

const writable = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((text) => /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text))
const { dict: anyDict } = fc.letrec<{ value: PlistDict[string]; dict: PlistDict }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    writable,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
      .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
    fc.uint8Array({ maxLength: 8 }),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('dict'),
  ),
  dict: fc.dictionary(writable, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}))

describe('a property list', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyDict, (dict) => {
        expect(readPlist(writePlist(dict))).toEqual(dict)
      }),
    )
  })

  it('has the same key in whatever order it is written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,6}$/), fc.nat(), { noNullPrototype: true }),
        fc.nat(),
        (dict, turn) => {
          const entries = Object.entries(dict)
          const turned = Object.fromEntries(
            [...entries.slice(turn % 5), ...entries.slice(0, turn % 5)].reverse(),
          )
          expect(configKey(writePlist(turned), digest)).toBe(configKey(writePlist(dict), digest))
        },
      ),
    )
  })

  it('has another key once a value is another', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.nat(), { minKeys: 1, noNullPrototype: true }),
        fc.nat(),
        (dict, which) => {
          const keys = Object.keys(dict)
          const key = keys[which % keys.length] ?? ''
          const changed = { ...dict, [key]: (dict[key] ?? 0) + 1 }
          expect(configKey(writePlist(changed), digest)).not.toBe(configKey(writePlist(dict), digest))
        },
      ),
    )
  })

  it('holds no character that XML can not', () => {
    expect(() => writePlist({ a: 'bell \u0007' })).toThrow('XML')
  })
})
