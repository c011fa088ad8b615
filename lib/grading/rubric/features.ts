import type { Application, GrammarVerdict } from './apply-rubric'
import { isLetterUnit } from './normalise'

/** Names of the features, in the order of the weights. */
export const featureNames = [
  'bias',
  'full',
  'half',
  'capped',
  'fullRules',
  'halfRules',
  'hints',
  'hintOnly',
  'hintOthers',
  'unsaid',
  'misconceptions',
  'forwardOnly',
  'wrongDirection',
  'otherCause',
  'otherCriteria',
  'length',
  'questions',
  'lists',
  'instructions',
  'hedged',
  'unexplained',
  'fullMisconceived',
  'halfMisconceived',
  'fullOthers',
  'halfOthers',
  'nothingOthers',
  'fullHedged',
  'halfNumbers',
  'nothingLength',
  'denied',
  'void',
  'fullDenied',
  'fullVoid',
] as const
export type FeatureName = (typeof featureNames)[number]

/** Letters of clauses that neither a rule nor a known mistake accounts for: what the grader could not explain. */
export function unexplainedLetters(application: Application): number {
  const { reading } = application
  const { clauseOf, sentenceOf } = reading.segmentation
  const explained = new Set<number>()
  const explain = (hits: readonly { start: number; end: number }[]): void => {
    for (const hit of hits) {
      const last = clauseOf[hit.end - 1] ?? 0
      for (let clause = clauseOf[hit.start] ?? 0; clause <= last; clause += 1) explained.add(clause)
    }
  }
  for (const verdict of application.criteria) {
    if (verdict.bare > 0) explain(verdict.support)
    explain(verdict.against)
  }
  for (const { hits } of application.misconceptions) explain(hits)
  const letters = new Map<number, number>()
  for (let i = 0; i < clauseOf.length; i += 1) {
    const clause = clauseOf[i] ?? 0
    if (clause === 0 || explained.has(clause)) continue
    const sentence = reading.sentences[sentenceOf[i] ?? 0]
    if (sentence === undefined || sentence.copied || sentence.instructs || sentence.list) continue
    if (isLetterUnit(reading.norm.text.charCodeAt(i))) letters.set(clause, (letters.get(clause) ?? 0) + 1)
  }
  let total = 0
  // A Korean syllable says about as much as two Latin letters; shorter clauses are connecting words.
  for (const [, count] of letters) if (count >= 8) total += count
  return total
}

/** From how many unexplained letters on an "unmet" has to be surer. */
export const manyUnexplained = 16

const atMost = (value: number, cap: number): number => Math.min(value, cap) / cap

/** What the regression sees of one criterion: the grammar's verdict first, then the company it keeps. All in 0..1. */
export function featuresOf(
  application: Application,
  verdict: GrammarVerdict,
  numeric: boolean,
): Float64Array {
  const { reading, criteria, misconceptions } = application
  const others = criteria.filter((other) => other.id !== verdict.id)
  const otherMean = others.reduce((sum, other) => sum + other.level, 0) / Math.max(1, others.length)
  const sentences = Math.max(1, reading.sentences.length)
  const names = new Set(misconceptions.map((misconception) => misconception.id))
  const wrong = atMost(names.size, 3)
  const share = (of: (sentence: (typeof reading.sentences)[number]) => boolean): number =>
    reading.sentences.filter(of).length / sentences
  const hedged = share((sentence) => sentence.hedged)
  const full = verdict.level === 1 ? 1 : 0
  const half = verdict.level === 0.5 ? 1 : 0
  const nothing = verdict.level === 0 ? 1 : 0
  const length = Math.min(1, Math.log(1 + reading.letters / 10) / Math.log(60))
  const supportHedged = verdict.support.some((hit) => reading.sentences[hit.sentence]?.hedged === true)
    ? 1
    : 0
  const claims = Math.max(1, reading.hits.length)
  const denied = Math.min(1, (5 * reading.hits.filter((hit) => hit.standing === 'denied').length) / claims)
  const unsaid = reading.hits.filter((hit) => hit.standing === 'void').length / claims
  const values: Record<FeatureName, number> = {
    bias: 1,
    full,
    half,
    capped: verdict.bare > verdict.level ? 1 : 0,
    fullRules: atMost(verdict.full, 3),
    halfRules: atMost(verdict.half, 3),
    hints: atMost(verdict.hints, 3),
    hintOnly: nothing * (verdict.hints > 0 ? 1 : 0),
    hintOthers: nothing * (verdict.hints > 0 ? otherMean : 0),
    unsaid: verdict.unsaid ? 1 : 0,
    misconceptions: wrong,
    forwardOnly: names.has('forward_only') ? 1 : 0,
    wrongDirection: names.has('wrong_direction') ? 1 : 0,
    otherCause: names.has('learning_rate') || names.has('overfitting') ? 1 : 0,
    otherCriteria: otherMean,
    length,
    questions: share((sentence) => sentence.question),
    lists: share((sentence) => sentence.list),
    instructions: reading.sentences.some((sentence) => sentence.instructs) ? 1 : 0,
    hedged,
    unexplained: unexplainedLetters(application) / Math.max(20, reading.letters),
    fullMisconceived: full * wrong,
    halfMisconceived: half * wrong,
    fullOthers: full * otherMean,
    halfOthers: half * otherMean,
    nothingOthers: nothing * otherMean,
    fullHedged: full * supportHedged,
    halfNumbers: half * (numeric ? 1 : 0),
    nothingLength: nothing * length,
    denied,
    void: unsaid,
    fullDenied: full * denied,
    fullVoid: full * unsaid,
  }
  return Float64Array.from(featureNames, (name) => values[name])
}
