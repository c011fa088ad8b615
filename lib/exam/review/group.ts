import type { JsonObject } from '@/lib/core/json'
import { normaliseForm } from '@/lib/grading/rubric/normalise'
import type { StoredResponse } from '@/lib/question/field'
import type { GradeResult, PartResult } from '@/lib/question/grade-result'
import { structureOf } from './structure'

/** An answer that waits for a person. */
export interface Waiting {
  readonly itemId: string
  readonly type: string
  readonly params: JsonObject
  readonly response: StoredResponse
  /** Null where a broken question has no grade. */
  readonly result: GradeResult | null
  /** Hundredths that the problem is worth. */
  readonly points: number
  readonly latePercent: number
  /** What else than the grader's doubt brings it here. */
  readonly audit: boolean
  readonly requests: readonly { readonly part: string; readonly criterion: string }[]
}

export interface Group<Item extends Waiting> {
  readonly key: string
  /** Hundredths that hang on the decision, over all its answers. */
  readonly stake: number
  readonly items: readonly Item[]
}

/**
 * How much a decision about this answer can move, in hundredths: points × width of the grader's interval, less what
 * is lost for lateness. A student's request and a missing grade put at stake all that they are about.
 */
export function stakeOf({ result, points, latePercent, requests }: Waiting): number {
  const left = (points * (100 - latePercent)) / 100
  if (result === null) return left
  const width = result.interval[1] - result.interval[0]
  const whole = result.parts.reduce((sum, part) => sum + part.max, 0)
  const asked = requests.reduce((sum, { part: id, criterion }) => {
    const part = result.parts.find((each) => each.id === id)
    const weight = part?.criteria?.find((each) => each.id === criterion)?.weight ?? 1
    return sum + (part && whole > 0 ? (part.max / whole) * weight : 0)
  }, 0)
  return left * Math.min(1, Math.max(width, asked))
}

/**
 * Answers in the order in which people should look at them: those first on which most points hang, and answers that
 * one decision settles together. What a student asked about, and what was drawn for an audit, is always looked at
 * alone. Ties go by key, so that the order never jumps.
 */
export function groupWaiting<Item extends Waiting>(items: readonly Item[]): Group<Item>[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = groupKey(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups]
    .map(([key, members]) => ({
      key,
      stake: members.reduce((sum, each) => sum + stakeOf(each), 0),
      items: [...members].sort(
        (a, b) => stakeOf(b) - stakeOf(a) || (a.itemId < b.itemId ? -1 : a.itemId > b.itemId ? 1 : 0),
      ),
    }))
    .sort((a, b) => b.stake - a.stake || (a.key < b.key ? -1 : 1))
}

/** Equal for answers that the same decision settles, over all variants of a question type. */
export function groupKey(item: Waiting): string {
  const { itemId, type, result, audit, requests } = item
  if (audit || requests.length > 0 || result === null) return `alone ${itemId}`
  const parts = result.parts.map((part) => partKey(part, item))
  return JSON.stringify([type, ...parts])
}

function partKey(part: PartResult, { params, response }: Waiting): unknown {
  const text = textOf(part, response)
  if (part.criteria === undefined) return [part.id, part.code]
  const unsure = part.criteria.filter(({ decision }) => decision === 'unsure')
  if (unsure.length === 0) return [part.id, 'settled']
  return [
    part.id,
    // The same verdicts must mean the same: what is open, and which criteria there are.
    part.criteria.map(({ id }) => id),
    unsure.map(({ id }) => id),
    structureOf(text, params) ?? unexplained(text, part),
  ]
}

/** The answer's text that a part is about: the field of its name, else the only text there is. */
export function textOf(part: Pick<PartResult, 'id'>, response: StoredResponse): string {
  const own = response[part.id]
  if (typeof own === 'string') return own
  const texts = Object.values(response).filter((value) => typeof value === 'string')
  return texts.length === 1 ? (texts[0] ?? '') : ''
}

/** Sentences on which no settled criterion rests, normalised, each once and in alphabetical order. */
export function unexplained(text: string, part: PartResult): readonly string[] {
  const settled = (part.criteria ?? [])
    .filter(({ decision }) => decision !== 'unsure')
    .flatMap(({ evidence }) => evidence)
  const open = sentencesOf(text).filter(
    ({ start, end }) => !settled.some((mark) => mark.start < end && mark.end > start),
  )
  const forms = open.map(({ start, end }) => normaliseForm(text.slice(start, end)).replace(/[.!?;。]+$/, ''))
  return [...new Set(forms.filter((form) => form !== ''))].sort()
}

function sentencesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^.!?;。\n]+(?:\.(?=\d)[^.!?;。\n]+)*[.!?;。]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
