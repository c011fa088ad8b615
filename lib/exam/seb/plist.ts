/** Property lists as XML, as far as files of Safe Exam Browser need them (no real numbers). */

export type PlistValue = string | number | boolean | Date | Uint8Array | readonly PlistValue[] | PlistDict
export interface PlistDict {
  readonly [key: string]: PlistValue
}

const entities = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
} as const
/** A carriage return that stood bare would be read as a line feed. */
const escapeXml = (text: string): string =>
  text.replace(/[&<>"'\r]/g, (character) => entities[character as keyof typeof entities])

/** What XML 1.0 can not hold, escaped or not. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

const written = (text: string): string => {
  if (unwritable.test(text)) throw new TypeError('a text holds a character that XML can not')
  return escapeXml(text)
}

/** ISO 8601 to the second, as property lists write dates. */
export const plistDate = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

function writeValue(value: PlistValue, indent: string): string {
  if (typeof value === 'string') return `${indent}<string>${written(value)}</string>`
  if (typeof value === 'boolean') return `${indent}<${value}/>`
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('a number is not whole')
    return `${indent}<integer>${value}</integer>`
  }
  if (value instanceof Date) return `${indent}<date>${plistDate(value)}</date>`
  if (value instanceof Uint8Array) return `${indent}<data>${toBase64(value)}</data>`
  const deeper = `${indent}\t`
  if (isList(value)) {
    const items = value.map((item) => `${writeValue(item, deeper)}\n`).join('')
    return `${indent}<array>\n${items}${indent}</array>`
  }
  const entries = Object.entries(value)
    .map(([key, each]) => `${deeper}<key>${written(key)}</key>\n${writeValue(each, deeper)}\n`)
    .join('')
  return `${indent}<dict>\n${entries}${indent}</dict>`
}

/** Lists are told from dictionaries here, since Array.isArray does not narrow what may not be changed. */
export const isList = (value: PlistValue): value is readonly PlistValue[] => Array.isArray(value)

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`

/** The text of a property list. Throws a TypeError on a character that XML can not hold and on numbers that are not whole. */
export const writePlist = (dict: PlistDict): string => `${head}${writeValue(dict, '')}\n</plist>\n`

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescapeXml = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hexadecimal, name) =>
      name === undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal))
        : (named[name] ?? all),
    )

interface Token {
  /** 'dict' opens, '/dict' closes, 'dict/' does both. */
  readonly tag: string
  /** Text up to the next tag. */
  readonly text: string
}

const tokens = (text: string): Token[] => {
  const body = text.replace(/<\?.*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/g, '')
  return [...body.matchAll(/<(\/?)([a-z]+)(?:\s[^>]*?)?(\/?)>([^<]*)/g)].map(
    ([, closes, name, empty, after]) => ({ tag: `${closes}${name}${empty}`, text: after ?? '' }),
  )
}

/** Reads a property list; throws a SyntaxError where the text is none. */
export function readPlist(text: string): PlistDict {
  const all = tokens(text)
  let at = 0
  const next = (): Token => {
    const token = all[at]
    at += 1
    if (!token) throw new SyntaxError('the property list ends too early')
    return token
  }
  const expect = (tag: string): void => {
    const found = next().tag
    if (found !== tag) throw new SyntaxError(`<${tag}> is expected, not <${found}>`)
  }
  const textOf = (tag: string, content: string): string => {
    expect(`/${tag}`)
    return unescapeXml(content)
  }
  const dictionary = (): PlistDict => {
    const entries: [string, PlistValue][] = []
    for (let token = next(); token.tag !== '/dict'; token = next()) {
      if (token.tag !== 'key') throw new SyntaxError(`<key> is expected, not <${token.tag}>`)
      const key = textOf('key', token.text)
      entries.push([key, value(next())])
    }
    return Object.fromEntries(entries)
  }
  const list = (): PlistValue[] => {
    const items: PlistValue[] = []
    for (let token = next(); token.tag !== '/array'; token = next()) items.push(value(token))
    return items
  }
  const value = ({ tag, text: content }: Token): PlistValue => {
    switch (tag) {
      case 'string':
        return textOf(tag, content)
      case 'string/':
        return ''
      case 'true/':
        return true
      case 'false/':
        return false
      case 'integer':
        return Number(textOf(tag, content))
      case 'date':
        return new Date(textOf(tag, content))
      case 'data':
        return Uint8Array.from(atob(textOf(tag, content).replace(/\s/g, '')), (c) => c.charCodeAt(0))
      case 'dict':
        return dictionary()
      case 'dict/':
        return {}
      case 'array':
        return list()
      case 'array/':
        return []
      default:
        throw new SyntaxError(`<${tag}> is no value of a property list`)
    }
  }
  expect('plist')
  expect('dict')
  const dict = dictionary()
  expect('/plist')
  return dict
}
