import type { Field, StoredResponse } from './field'

/** Whether anything was filled in for the field. */
export function isFieldAnswered(field: Field, response: StoredResponse): boolean {
  const value = response[field.name]
  if (typeof value === 'string') return value.trim() !== ''
  return (value ?? []).length > 0
}

/** How much of a problem is filled in: nothing, some fields, or all of them. */
export function answeredState(
  fields: readonly Field[],
  response: StoredResponse,
): 'empty' | 'partial' | 'full' {
  const count = fields.filter((field) => isFieldAnswered(field, response)).length
  if (count === 0) return 'empty'
  return count === fields.length ? 'full' : 'partial'
}
