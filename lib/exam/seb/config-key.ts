import { isList, type PlistDict, type PlistValue, plistDate, readPlist, toBase64 } from './plist'

/**
 * The Config Key of Safe Exam Browser: SHA-256 over the settings as "SEB-JSON"
 * (https://safeexambrowser.org/developer/seb-config-key.html).
 */

/** Case-insensitive and the same for every language; of two that differ in case alone, lower case first. */
const { compare } = new Intl.Collator('und')

const isDict = (value: PlistValue): value is PlistDict =>
  typeof value === 'object' && !isList(value) && !(value instanceof Date) && !(value instanceof Uint8Array)

/** The settings as text: no white space, nothing escaped, without the version of what made them and empty dictionaries. */
export function sebJson(value: PlistValue): string {
  if (typeof value === 'string') return `"${value}"`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return `"${plistDate(value)}"`
  if (value instanceof Uint8Array) return `"${toBase64(value)}"`
  if (!isDict(value)) return `[${value.map(sebJson).join(',')}]`
  const entries = Object.entries(value)
    .filter(([key, each]) => key.toLowerCase() !== 'originatorversion' && !isEmptyDict(each))
    .sort(([a], [b]) => compare(a, b))
  return `{${entries.map(([key, each]) => `"${key}":${sebJson(each)}`).join(',')}}`
}

const isEmptyDict = (value: PlistValue): boolean => isDict(value) && Object.keys(value).length === 0

/**
 * The Config Key of a file, from its text as it is served.
 * @param digest SHA-256 of a text in UTF-8, in hexadecimal digits
 */
export const configKey = (file: string, digest: (text: string) => string): string =>
  digest(sebJson(readPlist(file)))
