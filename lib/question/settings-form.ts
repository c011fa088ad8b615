import { z } from 'zod'
import type { Json, JsonObject } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'

/** What a form calls one setting. */
export interface SettingWord {
  readonly title: Localized
  readonly help?: Localized
  /** Names of the values to choose from. */
  readonly options?: Readonly<Record<string, Localized>>
  /** Of a setting with free keys: the keys that are asked for. */
  readonly keys?: Readonly<Record<string, Localized>>
}
/** By dotted path: 'inputs.min'. */
export type SettingWords = Readonly<Record<string, SettingWord>>

interface Named {
  /** Dotted path in the settings; '' is the whole. */
  readonly path: string
  readonly title: Localized
  readonly help: Localized | null
}
export interface Option {
  readonly value: string
  readonly title: Localized
}

/** A type's settings as fields of a form, as data: one form draws every type. */
export type SettingNode =
  | (Named & { readonly kind: 'group'; readonly children: readonly SettingNode[] })
  | (Named & {
      readonly kind: 'number' | 'numbers'
      readonly integer: boolean
      readonly min: number | null
      readonly max: number | null
    })
  | (Named & { readonly kind: 'flag' })
  | (Named & { readonly kind: 'choice' | 'choices'; readonly options: readonly Option[] })
  | (Named & { readonly kind: 'text' })
  /** Any number of the same: the item's path ends in '*', where an element's place comes. */
  | (Named & { readonly kind: 'list'; readonly item: SettingNode; readonly fresh: Json })
  /** Whatever no other kind draws: asked for as JSON. */
  | (Named & { readonly kind: 'json' })

interface JsonSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly default?: Json
  readonly hidden?: boolean
}

/** `.meta(...)` of a setting that no person writes: no form asks for it, and drafts keep it as it is. */
export const hidden = { hidden: true } as const

/** The same words in both languages where a type has none for a setting; tests hold that types have them. */
const asWritten = (text: string): Localized => ({ ko: text, en: text })

/** Fields for every setting of a schema, in its order. */
export function describeSettings(schema: z.ZodType, words: SettingWords): SettingNode {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema
  return describe(json, '', words)
}

function describe(schema: JsonSchema, path: string, words: SettingWords): SettingNode {
  const word = words[path]
  const named = {
    path,
    title: word?.title ?? asWritten(path.split('.').at(-1) ?? ''),
    help: word?.help ?? null,
  }
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  const options = (values: readonly unknown[]): Option[] =>
    values.map((value) => ({
      value: String(value),
      title: word?.options?.[String(value)] ?? asWritten(String(value)),
    }))
  const bounds = ({ type, minimum, maximum, exclusiveMinimum }: JsonSchema) => ({
    integer: type === 'integer',
    min: minimum ?? exclusiveMinimum ?? null,
    max: maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? null : maximum,
  })
  if (schema.enum) return { ...named, kind: 'choice', options: options(schema.enum) }
  switch (schema.type) {
    case 'object': {
      if (schema.properties) {
        const children = Object.entries(schema.properties).flatMap(([key, each]) =>
          each.hidden ? [] : [describe(each, below(key), words)],
        )
        return { ...named, kind: 'group', children }
      }
      const { additionalProperties: each } = schema
      if (!word?.keys || typeof each !== 'object') return { ...named, kind: 'json' }
      const children = Object.entries(word.keys).map(([key, title]) =>
        describe(each, below(key), { ...words, [below(key)]: { title } }),
      )
      return { ...named, kind: 'group', children }
    }
    case 'number':
    case 'integer':
      return { ...named, kind: 'number', ...bounds(schema) }
    case 'boolean':
      return { ...named, kind: 'flag' }
    case 'string':
      return { ...named, kind: 'text' }
    case 'array': {
      const { items = {} } = schema
      if (items.enum) return { ...named, kind: 'choices', options: options(items.enum) }
      if (items.type === 'number' || items.type === 'integer')
        return { ...named, kind: 'numbers', ...bounds(items) }
      if (items.type !== 'object' && items.type !== 'string') return { ...named, kind: 'json' }
      return { ...named, kind: 'list', item: describe(items, below('*'), words), fresh: defaultOf(items) }
    }
    default:
      return { ...named, kind: 'json' }
  }
}

/** What a new element of a list starts from: the defaults of its fields. */
function defaultOf({ type, properties, default: given }: JsonSchema): Json {
  if (type !== 'object') return given ?? ''
  const start =
    typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as JsonObject) : {}
  const fields = Object.entries(properties ?? {}).map(
    ([key, each]) => [key, start[key] ?? defaultOf(each)] as const,
  )
  return Object.fromEntries(fields)
}

/** The fields of one element of a list, at its own place. */
export function elementOf(list: SettingNode & { readonly kind: 'list' }, place: number): SettingNode {
  const move = (node: SettingNode): SettingNode => {
    const path = `${list.path}.${place}${node.path.slice(list.path.length + 2)}`
    return node.kind === 'group' ? { ...node, path, children: node.children.map(move) } : { ...node, path }
  }
  return move(list.item)
}

/** The value at a dotted path, or undefined. */
export function settingAt(settings: Json | undefined, path: string): Json | undefined {
  let at: Json | undefined = settings
  for (const key of path === '' ? [] : path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as JsonObject)[key]
  }
  return at
}

/** The settings with another value at a dotted path; undefined takes it out. Places of lists count from 0. */
export function withSetting(settings: JsonObject, path: string, value: Json | undefined): JsonObject {
  return changed(settings, path.split('.'), value) as JsonObject
}

function changed(
  before: Json | undefined,
  [key = '', ...rest]: readonly string[],
  value: Json | undefined,
): Json {
  const inner = (from: Json | undefined) => (rest.length === 0 ? value : changed(from, rest, value))
  if (Array.isArray(before)) {
    const list: Json[] = before.flatMap((each: Json, i) => {
      const next = String(i) === key ? inner(each) : each
      return next === undefined ? [] : [next]
    })
    const added = String(before.length) === key ? inner(undefined) : undefined
    return added === undefined ? list : [...list, added]
  }
  const object = typeof before === 'object' && before !== null ? (before as JsonObject) : {}
  const { [key]: old, ...others } = object
  const next = inner(Object.hasOwn(object, key) ? old : undefined)
  return next === undefined ? others : { ...object, [key]: next }
}
