import type { NormalisedText } from './normalise'
import type { Span } from './reading'
import { isVerbless } from './salad'

const finalSyllables = new Set('다요음함됨짐임죠까며고서니면지져듦김옴감됌럼움듬줌킴림침끔뜀')
/** Words that end as a predicate or a particle does, and are neither. */
const nouns = new Set(['보다', '펼침', '깊이', '길이'])
const particles = new Set('은는이가을를에로도만')

/** A stretch of nouns: no verb, no sign that relates, no Korean ending or particle. */
export function isBare(norm: NormalisedText, start: number, end: number, predicates: Int32Array): boolean {
  for (let i = start; i < end; i += 1) {
    const predicate = predicates[i] ?? 0
    if (predicate > 0 && predicate <= end) return false
    const unit = norm.text.charCodeAt(i)
    if (unit < 0xac00 || unit > 0xd7a3) continue
    const char = norm.text[i] ?? ''
    const next = norm.text.charCodeAt(i + 1)
    const wordEnds = i + 1 >= end || norm.gapBefore[i + 1] === 1 || !(next >= 0xac00 && next <= 0xd7a3)
    if (!wordEnds) continue
    const pair = norm.text.slice(i - 1, i + 1)
    if (nouns.has(pair)) continue
    if (finalSyllables.has(char) && i > start) return false
    if (particles.has(char) && i + 1 < end && norm.gapBefore[i + 1] === 1 && i > start) return false
    if (char === '다' && norm.text[i - 1] === '마') return false
  }
  return true
}

const isHangul = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3

/** Between items: a comma, a slash, a bar, a plus, a colon, `and`, `및`, `(2)`, or a dash with spaces around it. */
const separates = (norm: NormalisedText, at: number): boolean => {
  const unit = norm.text.charCodeAt(at)
  return (
    separators.includes(norm.text.charAt(at)) ||
    (unit === 32 && norm.text.startsWith(' and ', at)) ||
    // A middle dot, which is written like the sign of a product, between Korean words.
    (unit === 42 && (isHangul(norm.text.charCodeAt(at - 1)) || isHangul(norm.text.charCodeAt(at + 1)))) ||
    norm.text.startsWith('그리고', at) ||
    (unit === 40 && numbered.test(norm.text.slice(at, at + 4))) ||
    (unit === 45 && norm.gapBefore[at] === 1 && norm.gapBefore[at + 1] === 1)
  )
}
const separators = ',/|+:&및'
const numbered = /^\([0-9]{1,2}\)/
const heading =
  /^(?:key|main|core|important)? ?(?:ideas?|points?|words?|terms?|concepts?|topics?|keywords?)\b|^(?:핵심|주요|관련)?(?:단어|개념|용어|키워드|포인트)/

/** Five items or more between separators, most of them bare; fewer need be under a heading that calls them words. */
export function isRow(norm: NormalisedText, sentence: Span, predicates: Int32Array): boolean {
  let separators = 0
  for (let i = sentence.start; i < sentence.end; i += 1) if (separates(norm, i)) separators += 1
  if (separators < 4) return false
  let items = 0
  let bare = 0
  let from = sentence.start
  for (let i = sentence.start; i <= sentence.end; i += 1) {
    if (i < sentence.end && !separates(norm, i)) continue
    if (i > from) {
      items += 1
      if (isBare(norm, from, i, predicates)) bare += 1
    }
    from = i + 1
  }
  if (items < 5) return false
  return (
    bare >= 0.7 * items ||
    (bare >= 0.4 * items && heading.test(norm.text.slice(sentence.start, sentence.end)))
  )
}

/** How many items in a row that only name things, each another, and how many ideas of the rubric in them, make a list. */
const fewestNamed = 3
const fewestIdeas = 5
/** Shorter items are letters and numbers of a formula. */
const shortestItem = 3

/** A row of things of many kinds, in a frame that says nothing of them: "It takes …, …, … and …". */
export function isFramedRow(
  norm: NormalisedText,
  sentence: Span,
  ideasIn: (start: number, end: number) => ReadonlySet<number>,
): boolean {
  const seen = new Set<number>()
  let named = 0
  let from = sentence.start
  for (let i = sentence.start; i <= sentence.end; i += 1) {
    if (i < sentence.end && !separates(norm, i)) continue
    const ideas = i - from >= shortestItem ? ideasIn(from, i) : seen
    if (ideas.size > 0 && isVerbless(norm, { start: from, end: i })) {
      if ([...ideas].every((idea) => !seen.has(idea))) named += 1
      for (const idea of ideas) seen.add(idea)
      if (named >= fewestNamed && seen.size >= fewestIdeas) return true
    }
    // What stands before a colon is no item of the row.
    if (!isVerbless(norm, { start: from, end: i }) || norm.text[i] === ':') {
      seen.clear()
      named = 0
    }
    from = i + 1
  }
  return false
}

const hashTags = /#[a-z가-힣]/g
/** Three items or more that are ticked off: `반복곱 O, NaN O`, `[x] depth`. */
const ticks =
  /(?:[가-힣a-z0-9)]o(?=[,./→\n]|$)|[가-힣a-z)] o(?=[,./→\n]|$)|✓|✔|☑|\[[xv]\]|○|:met\b|=1\b|":(?:true|1|"?met|"?yes|"?있음|"?ok|"?o"|"?충족|"?포함)|[:-](?:있음|충족|만족|포함|yes|ok|met|done|check|checked)(?=[,./;|\n]|$)|\?+ ?(?:yes|check|ok|done)(?=[,.!/;|\n]|$))/g
export const isTicked = (body: string): boolean => hasMarks(body) && countsTicks(body)
/** Cheaply tells the many sentences that cannot be ticked off. */
const tickSigns = Uint8Array.from({ length: 128 }, (_, unit) =>
  ',./[:=#\n'.includes(String.fromCharCode(unit)) ? 1 : 0,
)
function hasMarks(body: string): boolean {
  let marks = 0
  for (let i = 0; i < body.length; i += 1) {
    const unit = body.charCodeAt(i)
    if (unit < 128 ? tickSigns[unit] === 1 : unit > 0x2000 && unit < 0x2800) marks += 1
  }
  return marks >= 3
}
const countsTicks = (body: string): boolean =>
  (body.match(hashTags)?.length ?? 0) >= 3 || (body.match(ticks)?.length ?? 0) >= 3
