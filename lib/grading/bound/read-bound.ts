import { err, ok, type Result } from '@/lib/core/result'
import { type Expression, unwrapped } from '@/lib/grading/expression/expression'
import { readExpression } from '@/lib/grading/expression/read-expression'
import type { ReadProblem } from '@/lib/grading/expression/read-problem'
import { sameMagnitude } from './compare'
import { type LogValue, logValueOf } from './log-value'
import { type BoundLetters, evenOutBound, step } from './spelling'

type Value = Extract<LogValue, { kind: 'value' }>

/** One side of an equals sign in a bound. */
export interface BoundLink {
  readonly value: Value
  /** Just a number, not a way to it. */
  readonly isBare: boolean
}

/** The link that is the answer, and how many of the others are not what it comes to. */
export interface ReadBound {
  readonly answer: BoundLink
  readonly breaks: number
}

/** Longest text that is looked at; an honest bound is under 100 characters. */
const LONGEST = 1_000
const MOST_STEPS = 6

/** Reads a bound however it is written. `0.9*0.25 = 0.225, 0.225^49` is read by what it ends with. */
export function readBound(typed: string, letters: BoundLetters | null): Result<ReadBound, ReadProblem> {
  if (typed.trim() === '') return err({ kind: 'empty', at: 0, found: '' })
  if (typed.length > LONGEST) return err({ kind: 'too-long', at: LONGEST, found: '' })
  const text = evenOutBound(typed, letters)
  const whole = readLinks(text)
  if (whole.ok && whole.value.breaks === 0) return whole
  return readSteps(text) ?? whole
}

function readLinks(text: string): Result<ReadBound, ReadProblem> {
  const read = readExpression(text)
  if (!read.ok) return read
  const links: (BoundLink & { readonly node: Expression })[] = []
  for (const node of read.value.links) {
    const value = logValueOf(node)
    if (value.kind === 'problem') return err(value.problem)
    links.push({ value, isBare: isNumber(node), node })
  }
  const [first, second] = links
  if (first === undefined) return err({ kind: 'no-number', at: 0, found: '' })
  // A result written before its working (2e-32 = 0.225^49) is read as if it stood behind it.
  const answer = first.isBare && second?.isBare === false ? second : first
  const others = links.filter((link) => link !== answer)
  const breaks = others.filter(({ node, value }) => !comesTo(answer.value, node, value)).length
  return ok({ answer, breaks })
}

/** The last step of several, where each one before is a true equation whose result it uses; null for anything else. */
function readSteps(text: string): Result<ReadBound, ReadProblem> | null {
  const steps = text.split(step).filter((part) => /\d/.test(part))
  const last = steps.pop()
  if (last === undefined || steps.length === 0 || steps.length >= MOST_STEPS) return null
  for (const [index, part] of steps.entries()) {
    const later = [...steps.slice(index + 1), last].join(' ')
    const [, result = ''] = /=\s*\(?\s*([\d.]+)\s*\)?\s*$/.exec(part) ?? []
    const links = readLinks(part.replace(/^\s*[A-Za-zγφσλ'|_{}]+\s*=/, ''))
    const isTrue = links.ok && links.value.breaks === 0
    if (!isTrue || result === '' || !later.includes(result) || !/\^/.test(last)) return null
  }
  const read = readLinks(last)
  return read.ok ? read : null
}

/** 1.8e-32 and 1.8×10^-32. */
function isNumber(node: Expression): boolean {
  const inner = unwrapped(node)
  if (inner.kind === 'number') return true
  return inner.kind === 'product' && scientific(inner) !== null
}

/** The leading number of 1.8×10^-32 as typed, or null. */
function scientific(node: Expression): string | null {
  const inner = unwrapped(node)
  if (inner.kind === 'number') return inner.digits.split('e')[0] ?? null
  if (inner.kind !== 'product') return null
  const [lead, power, ...others] = inner.factors
  if (lead?.node.kind !== 'number' || power === undefined || others.length > 0 || power.inverse) return null
  const { node: ten } = power
  const isTen = ten.kind === 'power' && ten.base.kind === 'number' && ten.base.n === 10n
  return isTen ? lead.node.digits : null
}

/** Within one per cent, or the first value rounded to the digits that are written: 0.225^49 ≈ 2e-32. */
function comesTo(first: Value, node: Expression, value: Value): boolean {
  if (first.negative !== value.negative && value.log !== Number.NEGATIVE_INFINITY) return false
  if (sameMagnitude(first.log, value.log)) return true
  const digits = scientific(node)
  if (digits === null) return false
  const unit = 10 ** -(digits.split('.')[1]?.length ?? 0)
  const lead = Number(digits)
  if (lead === 0) return Math.exp(first.log) <= unit / 2
  return Math.abs(Math.exp(first.log - value.log) - 1) * lead <= unit / 2 + 1e-9
}
