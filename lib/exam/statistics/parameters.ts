import type { Json, JsonObject } from '@/lib/core/json'

/** One thing in which variants differ: a number, a word, yes or no. */
export type ParameterValue = number | string | boolean

/** Deeper or wider params than this are no list of parameters to a reader. */
const MOST_PARAMETERS = 24

/**
 * The single values that make up a variant's params, by path: {hidden: [5, 4]} has `hidden.length`, `hidden.1` and
 * `hidden.2`. What is null has no entry.
 */
export function parametersOf(params: JsonObject): ReadonlyMap<string, ParameterValue> {
  const found = new Map<string, ParameterValue>()
  const visit = (value: Json, path: string): void => {
    if (found.size >= MOST_PARAMETERS || value === null) return
    if (Array.isArray(value)) {
      found.set(`${path}.length`, value.length)
      for (const [i, each] of (value as readonly Json[]).entries()) visit(each, `${path}.${i + 1}`)
    } else if (typeof value === 'object') {
      for (const [key, each] of Object.entries(value)) visit(each, path === '' ? key : `${path}.${key}`)
    } else if (typeof value !== 'string' || value.length <= 40) found.set(path, value)
  }
  visit(params, '')
  return found
}
