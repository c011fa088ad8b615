import type { NormalisedText } from './normalise'
import type { SentenceReading, Signals, Span } from './reading'
import type { Segmentation } from './sentences'
import { stanceOf } from './stance'

/** Where the answer rejects, takes back or disowns what it says. `recurrentOnly`: as the rubric has it. */
export function rejectedSpans(
  norm: NormalisedText,
  { sentenceOf }: Segmentation,
  sentences: readonly SentenceReading[],
  of: Signals,
  recurrentOnly: boolean,
): Span[] {
  const breaks = of('strongBreak')
  const spans: Span[] = []
  for (const marker of of('rejectsBefore')) {
    const sentence = sentences[sentenceOf[marker.start] ?? 0]
    if (sentence === undefined) continue
    let start = sentence.start
    for (const other of breaks) if (other.end <= marker.start && other.end > start) start = other.end
    spans.push({ start, end: marker.start })
  }
  for (const marker of of('rejectsAfter')) {
    const sentence = sentences[sentenceOf[marker.start] ?? 0]
    if (sentence === undefined) continue
    let end = sentence.end
    for (const other of breaks) if (other.start >= marker.end && other.start < end) end = other.start
    if (norm.text.startsWith('contrary', marker.start)) {
      const comma = norm.text.indexOf(',', marker.end)
      if (comma >= 0 && comma < end) end = comma
    }
    spans.push({ start: marker.end, end })
  }
  for (const marker of of('takesBack')) {
    const index = sentenceOf[marker.start] ?? 0
    const sentence = sentences[index]
    const previous = sentences[index - 1]
    if (sentence === undefined || previous === undefined || marker.start - sentence.start > 8) continue
    spans.push({ start: previous.start, end: previous.end })
  }
  for (const marker of of('takesAllBack')) {
    const sentence = sentences[sentenceOf[marker.start] ?? 0]
    if (sentence !== undefined) spans.push({ start: 0, end: sentence.start })
  }
  spans.push(...disownedSpans(norm, sentences, breaks, recurrentOnly))
  return spans
}

/** Within so many sentences after it a report may be dissented from. */
const dissentReach = 2
/** A dissent stands near the head of its sentence. */
const dissentHead = 50

/** What the writer reports and dissents from, supposes contrary to fact, commands, mentions or takes back. */
function disownedSpans(
  norm: NormalisedText,
  sentences: readonly SentenceReading[],
  breaks: readonly Span[],
  recurrentOnly: boolean,
): Span[] {
  const spans: Span[] = []
  const stances = sentences.map(({ start, end }) => stanceOf(norm.text.slice(start, end), recurrentOnly))
  stances.forEach((stance, index) => {
    const sentence = sentences[index]
    if (sentence === undefined) return
    const { start, end } = sentence
    if (stance.rejectedUpTo > 0) {
      const to = start + stance.rejectedUpTo
      let from = start
      if (to < end) for (const other of breaks) if (other.end < to - 12 && other.end > from) from = other.end
      spans.push({ start: from, end: to })
    }
    if (stance.unsaid) spans.push({ start, end })
    if (stance.announcedUpTo > 0) spans.push({ start, end: start + stance.announcedUpTo })
    if (stance.supposedUpTo > 0) spans.push({ start, end: start + stance.supposedUpTo })
    if (stance.takesBackAll) spans.push({ start: 0, end })
    const previous = sentences[index - 1]
    if (previous !== undefined && (stance.takesBackLast || stance.unreal)) spans.push(previous)
    // "… is rejected. So is …"
    if (stance.goesOn && (stances[index - 1]?.rejectedUpTo ?? 0) > 0) spans.push({ start, end })
    if (stance.unreal) spans.push({ start, end })
    // "…, but this is not so." and "One would be wrong.": no report needs to have been announced.
    if (stance.dissentAt > 20) spans.push({ start, end: start + stance.dissentAt })
    if (previous !== undefined && stance.dissentAt >= 0 && stance.dissentAt <= 24) spans.push(previous)
    if (!stance.reports) return
    if (stance.dissentAt >= 0) {
      spans.push({ start, end: start + stance.dissentAt })
      return
    }
    for (let next = index + 1; next <= index + dissentReach && next < sentences.length; next += 1) {
      const at = stances[next]?.dissentAt ?? -1
      if (at < 0 || at > dissentHead) continue
      spans.push({ start, end: (sentences[next]?.start ?? end) + at })
      break
    }
  })
  return spans
}
