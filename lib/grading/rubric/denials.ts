import type { CompiledRubric } from './compile'
import { isLatinUnit, type NormalisedText } from './normalise'
import type { Hit, Signals, Span } from './reading'
import type { Segmentation } from './sentences'

const reachAfter = 48
const reachNarrow = 4
const reachWide = 14

const isNothing = /^(?:no|nothing|none|nobody|neither|nor)$/
/** A denial does not reach over these. */
const endsReach = /[,;:]|\b(?:and|but|not|nothing|never|no)\b|n't\b/

/** Spans merged where they overlap, in order. */
function merged(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const result: { start: number; end: number }[] = []
  for (const span of sorted) {
    const last = result[result.length - 1]
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

/** Marks claims denied where an odd number of denials reaches them. */
export function applyDenials(
  hits: readonly Hit[],
  compiled: CompiledRubric,
  norm: NormalisedText,
  { clauseOf, sentenceOf }: Segmentation,
  of: Signals,
): void {
  const harmless = of('noDenial')
  const real = (span: Span): boolean =>
    !harmless.some((other) => span.start >= other.start && span.end <= other.end)
  const claims = hits.filter((hit) => compiled.claim[hit.concept] === 1)
  const counts = new Map<Hit, number>()
  const add = (hit: Hit): void => {
    counts.set(hit, (counts.get(hit) ?? 0) + 1)
  }
  const denials = merged(of('deniesAfter').filter(real))
  for (const span of denials) {
    const clause = clauseOf[span.start]
    // "no product goes to zero": a subject that is nothing denies all that is said of it.
    const whole = isNothing.test(norm.text.slice(span.start, span.end))
    let reach = -1
    for (const hit of claims) {
      if (hit.start < span.end || hit.clause !== clause) continue
      if (reach < 0) {
        const between = norm.text.slice(span.end, hit.start)
        if (between.length > reachAfter || endsReach.test(between)) break
        // What "neither" denies "nor" does not deny back.
        if (!(counts.has(hit) && /^n(?:ei|o)/.test(norm.text.slice(span.start, span.end)))) add(hit)
        // "not hard to learn": the denial goes on through a word that denies as well.
        if (
          whole ||
          !denials.some((other) => other !== span && hit.start < other.end && other.start < hit.end)
        )
          reach = hit.end
      } else if (hit.start < reach) {
        add(hit)
        reach = Math.max(reach, hit.end)
      } else {
        // "neither shrinks nor grows", "not vanish or explode", "never see a NaN": the denial goes on.
        const joint = norm.text.slice(reach, hit.start)
        const goesOn = whole
          ? !endsReach.test(joint)
          : joint.length <= 10 &&
            (/^[a-z]* ?(or|nor)\b/.test(joint) || /^[a-z]* (?:an?|the|any) $/.test(joint))
        if (!goesOn) break
        add(hit)
        reach = hit.end
      }
    }
  }
  const wide = of('deniesBeforeWide').filter(real)
  const narrow = of('deniesBeforeNarrow').filter(
    (span) => real(span) && (norm.text[span.start] !== 'x' || isCross(norm, span)),
  )
  for (const span of merged([...narrow, ...wide])) {
    const isWide = wide.some((other) => other.start >= span.start && other.end <= span.end)
    const latin = isLatinUnit(norm.text.charCodeAt(span.start))
    const reach = isWide ? reachWide : latin ? 40 : reachNarrow
    const candidates = claims.filter(
      (hit) =>
        hit.start < span.start &&
        (hit.end <= span.start || (hit.end === span.start + 1 && norm.text[span.start] === '지')) &&
        span.start - hit.end <= reach &&
        sentenceOf[hit.start] === sentenceOf[span.start] &&
        (isWide || hit.clause === clauseOf[span.start]),
    )
    const nearest = candidates.reduce((best, hit) => Math.max(best, hit.end), -1)
    // The nearest claim, and those that belong to the same word.
    for (const hit of candidates)
      if (hit.end >= nearest - 1 || (!latin && span.start - hit.end <= 3)) add(hit)
  }
  // 안, 못 right before the verb.
  for (const hit of claims) {
    const before = norm.text[hit.start - 1]
    if ((before === '안' || before === '못') && (hit.start === 1 || norm.gapBefore[hit.start - 1] === 1))
      add(hit)
  }
  for (const [hit, count] of counts) if (count % 2 === 1) hit.standing = 'denied'
}

/** The cross of Korean notes: 학습 X. */
function isCross(norm: NormalisedText, span: Span): boolean {
  const before = norm.text.charCodeAt(span.start - 1)
  const after = norm.text[span.end]
  return before >= 0xac00 && before <= 0xd7a3 && (after === undefined || '\n.,)(→;!'.includes(after))
}
