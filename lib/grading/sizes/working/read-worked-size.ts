import { err, ok, type Result } from '@/lib/core/result'
import { conclusionOf } from '@/lib/grading/sizes/conclusion'
import { longestSize } from '@/lib/grading/sizes/read-pair'
import { readPlainestSize, readSize } from '@/lib/grading/sizes/read-size'
import type { Size } from '@/lib/grading/sizes/size'
import type { SizeProblem } from '@/lib/grading/sizes/size-problem'
import { holds, isAreaOf, sameSize } from './holds'
import type { Letters, LetterValue } from './letters'
import { type Link, readLink } from './link'
import { explained, piecesOf, type WorkingPiece } from './pieces'

/** What a working may refer to. */
export interface Known {
  readonly letters: Letters
  /** Sizes that an arrow may start from: 64x64 → 68x68. */
  readonly stages: readonly LetterValue[]
}

/** A working that breaks: what its first expression comes to, and how often one side differs from the next. */
export interface Broken {
  readonly first: Size
  /** The first is a number, not an expression, so that two answers were given. */
  readonly isBare: boolean
  readonly breaks: number
}

/** The answer that a text ends with, and the break on the way there, if any. */
export interface WorkedSize {
  readonly size: Size
  readonly broken: Broken | null
}

/** A sign of equality, a letter beside a sign of arithmetic, or a number with a remark in brackets. */
const looksWorked =
  /[=＝→⇒⟹≈≒]|->|\\(?:Right|right)arrow|\\to|\\approx|에서|[A-WYZa-wyz\uac00-\ud7a3]\s*[+\-−*/÷^]|[+\-−*/÷]\s*[A-WYZa-wyz\uac00-\ud7a3]|\d[KkNnPpSsFf]|\d[\s\uac00-\ud7a3]*\(/

/** Powers and endless digits have no place in a working of sizes; without them every piece is quickly worked out. */
const heavy = /\^|\*\*|[⁰¹²³⁴⁵⁶⁷⁸⁹]|[\d０-９]{10}|e\d/i

/**
 * A size or padding, also with the working that leads to it: p = (k-1)/2 = 2, 64+2*2 = 68 = 68x68,
 * (N-F+2P)/S+1 = 64, 64x64 → 68x68, 2 ((5-1)/2). Letters of the problem are put in by their values. The last number
 * is the answer; every sign before it has to hold, rounding to a whole number allowed.
 */
export function readWorkedSize(text: string, known: () => Known): Result<WorkedSize, SizeProblem> {
  const plainest = readPlainestSize(text)
  if (plainest !== null) return ok({ size: plainest, broken: null })
  if (text.length <= longestSize && looksWorked.test(text) && !heavy.test(text)) {
    const worked = readWorking(conclusionOf(text.normalize('NFC')), known())
    if (worked !== null) return worked
  }
  const plain = readSize(text)
  return plain.ok ? ok({ size: plain.value, broken: null }) : plain
}

function readWorking(text: string, known: Known): Result<WorkedSize, SizeProblem> | null {
  const steps = parted.exec(text)
  if (steps?.[1]?.includes('=') === true && steps[2] !== undefined && usesResult(steps[1], steps[2])) {
    const before = readPieces(piecesOf(steps[1]) ?? [], known)
    if (before?.ok === true && before.value.broken === null)
      return readPieces(piecesOf(steps[2]) ?? [], known)
  }
  const axes = readAxes(text, known)
  if (axes !== null) return axes
  const remark = explained(text)
  if (remark !== null) {
    // "2 (3)" may also be a product, so only a remark that agrees is one.
    const [main, how] = remark
    const both = readPieces(piecesOf(`${main}=${how}`) ?? [], known)
    if (both?.ok === true && both.value.broken === null) return both
  }
  const pieces = piecesOf(text)
  return pieces === null ? null : readPieces(pieces, known)
}

const parted = /^([^,;\n]*\d[^,;\n]*)(?:[,;\n]|\band\b|그리고)\s*([^,;\n]*=[^,;\n]*\d[^,;\n]*)$/i
const namesWidth = /[_({\s]?[wW]\b|가로|너비|폭|width|horizontal|열/

/** "p_h = (5-1)/2 = 2, p_w = (3-1)/2 = 1": a working for each axis. */
function readAxes(text: string, known: Known): Result<WorkedSize, SizeProblem> | null {
  const [, first = '', second = ''] = parted.exec(text) ?? []
  if (!first.includes('=') || second === '') return null
  const name = (part: string) => part.slice(0, part.indexOf('='))
  if (/\d/.test(name(first)) && /\d/.test(name(second)) && !usesResult(first, second)) {
    return joinAxes(first, second, known)
  }
  const widthFirst = namesWidth.test(name(first)) && !namesWidth.test(name(second))
  if (!widthFirst && !namesWidth.test(name(second))) return null
  return widthFirst ? joinAxes(second, first, known) : joinAxes(first, second, known)
}

/** "64+4 = 68, 68-5+1 = 64" goes on from its first result: two steps, not two axes. */
function usesResult(first: string, second: string): boolean {
  const result = /(\d+)[^\d]*$/.exec(first)?.[1] ?? ''
  const working = second.slice(0, second.lastIndexOf('='))
  return new RegExp(`(?<!\\d)${result}(?!\\d)`).test(working)
}

function joinAxes(height: string, width: string, known: Known): Result<WorkedSize, SizeProblem> | null {
  const down = readPieces(piecesOf(height) ?? [], along('height', known))
  const across = readPieces(piecesOf(width) ?? [], along('width', known))
  if (down?.ok !== true || across?.ok !== true) return null
  const size = { height: down.value.size.height, width: across.value.size.width }
  const a = down.value.broken
  const b = across.value.broken
  if (a === null && b === null) return ok({ size, broken: null })
  const started = { height: (a?.first ?? size).height, width: (b?.first ?? size).width }
  const breaks = Math.max(a?.breaks ?? 0, b?.breaks ?? 0)
  return ok({ size, broken: { first: started, isBare: (a ?? b)?.isBare === true, breaks } })
}

/** The letters with the values of one axis. */
function along(axis: 'height' | 'width', { letters, stages }: Known): Known {
  const values = Object.entries(letters).map(([name, each]) => [
    name,
    each.map((value) => ({ height: value[axis], width: value[axis] })),
  ])
  return { letters: Object.fromEntries(values), stages }
}

/** null where the pieces are no working, so that the text is to be read as one size. */
function readPieces(pieces: readonly WorkingPiece[], known: Known): Result<WorkedSize, SizeProblem> | null {
  const links: Link[] = []
  for (const [index, piece] of pieces.entries()) {
    const link = readLink(piece, known.letters)
    if (link.kind === 'unknown' || (link.kind === 'unreadable' && index === pieces.length - 1)) return null
    links.push(link)
  }
  const formulas = links.filter((link) => link.kind === 'formula')
  const values = links.flatMap((link, index) => {
    if (link.kind !== 'value' && link.kind !== 'formula') return []
    const isBefore = hasValueAfter(links, index)
    const comesFrom = pieces[index + 1]?.arrow === true && isStage(link, known.stages)
    const isSetUp = startsFromStage(pieces[index]?.text ?? '', known.stages)
    return isBefore && (comesFrom || isSetUp) ? [] : [link]
  })
  const last = values.findLast((link) => link.kind === 'value')
  if (last === undefined) {
    const start = pieces[0]?.start ?? 0
    return formulas.length > 0 ? err({ kind: 'letters-only', at: start }) : null
  }
  if (links.length === 1 && formulas.length === 0) return null
  const answer = answerOf(values, last)
  // "p = 4/2 = 2, 4" gives two answers, not a pair.
  const isListed = pieces.some(({ text }) => /[,;]/.test(text.replace(/\([^()]*\)/g, '')))
  return answer.broken !== null && isListed ? null : ok(answer)
}

const hasValueAfter = (links: readonly Link[], index: number): boolean =>
  links.slice(index + 1).some(({ kind }) => kind === 'value')

const isStage = (link: Link, stages: readonly LetterValue[]): boolean =>
  link.kind === 'value' &&
  link.isBare &&
  stages.some(({ height, width }) =>
    link.values.some((value) => sameSize(value, { height: whole(height), width: whole(width) })),
  )

const pairPlus = /^\s*\(?(\d{1,7})\s*[x×X*]\s*(\d{1,7})\)?\s*\+/

/** "64x64 + 2*2 = 68x68": no sum of numbers but a size with its padding. */
function startsFromStage(text: string, stages: readonly LetterValue[]): boolean {
  const [, height, width] = pairPlus.exec(text) ?? []
  return stages.some((stage) => String(stage.height) === height && String(stage.width) === width)
}

const whole = (value: number) => ({ n: BigInt(value), d: 1n })

type ValueLink = Extract<Link, { kind: 'value' | 'formula' }>

function answerOf(links: readonly ValueLink[], last: ValueLink): WorkedSize {
  let breaks = 0
  let before: Size | null = null
  let first: Size | null = null
  let size = last.values[0]
  // A result written before its working (70 = 64+2*2) is read as if it stood behind it.
  const [head, next] = links
  const start = head?.isBare === true && next?.kind === 'value' && !next.isBare ? 1 : 0
  for (const [index, link] of links.entries()) {
    if (before !== null && links[index - 1]?.isPair === true && isAreaOf(before, link.values[0])) {
      size = before
      continue
    }
    const value = meantBy(link, before, links[index + 1])
    if (before !== null && !holds(before, value)) breaks += 1
    if (index >= start) first ??= value
    before = value
    if (link === last) size = value
  }
  if (breaks === 0 || first === null) return { size, broken: null }
  return { size, broken: { first, isBare: links[start]?.isBare === true, breaks } }
}

/** A formula means whatever makes the signs around it hold, if anything does. */
function meantBy({ values }: ValueLink, before: Size | null, next: ValueLink | undefined): Size {
  const follows = values.filter((value) => before === null || holds(before, value))
  const leads = follows.find(
    (value) => next === undefined || next.values.some((later) => holds(value, later)),
  )
  return leads ?? follows[0] ?? values[0]
}
