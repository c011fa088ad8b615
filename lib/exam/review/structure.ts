import type { Json, JsonObject } from '@/lib/core/json'
import { type Expression, unwrapped } from '@/lib/grading/expression/expression'
import { readExpression } from '@/lib/grading/expression/read-expression'

/**
 * What an expression is built like, whatever the variant's numbers are: a number that stands in the params is named
 * by its place there, any other is '#', and the order of terms and of factors does not matter. '6×5+5' and '5+7*4'
 * may be one structure in two variants. Null where the text is no expression.
 */
export function structureOf(text: string, params: JsonObject): string | null {
  const read = readExpression(text)
  if (!read.ok) return null
  const names = new Map<string, string>()
  nameNumbers(params, '', names)
  return read.value.links.map((link) => write(link, names)).join(' = ')
}

/** The first place of each number in the params; keys in alphabetical order, so that it is the same for all. */
function nameNumbers(value: Json, at: string, names: Map<string, string>): void {
  if (typeof value === 'number') {
    if (!names.has(`${value}`)) names.set(`${value}`, at)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      nameNumbers(each, `${at}.${key}`, names)
  }
}

function write(node: Expression, names: ReadonlyMap<string, string>): string {
  const inner = unwrapped(node)
  const of = (each: Expression) => write(each, names)
  switch (inner.kind) {
    case 'number':
      return names.get(inner.digits) ?? '#'
    case 'sum':
      return `(${inner.terms
        .map((term) => (term.negative ? '-' : '+') + of(term.node))
        .sort()
        .join('')})`
    case 'product':
      return inner.factors
        .map((factor) => (factor.inverse ? '/' : '*') + of(factor.node))
        .sort()
        .join('')
    case 'power':
      return `${of(inner.base)}^${of(inner.exponent)}`
    case 'negative':
      return `-${of(inner.node)}`
    case 'rounded':
      return `${inner.up ? 'ceil' : 'floor'}(${of(inner.node)})`
    case 'group':
      return of(inner.node)
  }
}
