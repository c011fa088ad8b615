import type { Application, GrammarVerdict } from './apply-rubric'

/** Names of the features, in the order of the weights. */
export const featureNames = [
  'bias',
  'full',
  'half',
  'capped',
  'fullRules',
  'halfRules',
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
] as const
export type FeatureName = (typeof featureNames)[number]

/** Sentences with something to say that neither a rule nor a known mistake accounts for. */
export function unexplainedSentences(application: Application): number {
  const explained = new Set<number>()
  for (const verdict of application.criteria) {
    for (const hit of [...verdict.support, ...verdict.against]) explained.add(hit.sentence)
  }
  for (const { hits } of application.misconceptions) for (const hit of hits) explained.add(hit.sentence)
  return application.reading.sentences.filter(
    (sentence, index) =>
      sentence.letters >= 12 &&
      !explained.has(index) &&
      !sentence.copied &&
      !sentence.instructs &&
      !sentence.list,
  ).length
}

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
  const values: Record<FeatureName, number> = {
    bias: 1,
    full,
    half,
    capped: verdict.bare > verdict.level ? 1 : 0,
    fullRules: atMost(verdict.full, 3),
    halfRules: atMost(verdict.half, 3),
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
    unexplained: atMost(unexplainedSentences(application), 4),
    fullMisconceived: full * wrong,
    halfMisconceived: half * wrong,
    fullOthers: full * otherMean,
    halfOthers: half * otherMean,
    nothingOthers: nothing * otherMean,
    fullHedged: full * supportHedged,
    halfNumbers: half * (numeric ? 1 : 0),
    nothingLength: nothing * length,
  }
  return Float64Array.from(featureNames, (name) => values[name])
}
