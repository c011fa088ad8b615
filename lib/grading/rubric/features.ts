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
  'fullStray',
  'halfStray',
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

/** What the features of all criteria share, worked out once for an answer. */
export interface Company {
  readonly names: ReadonlySet<string>
  readonly questions: number
  readonly lists: number
  readonly hedged: number
  readonly instructions: boolean
  /** Speaks about statements, or disowns some. */
  readonly wary: boolean
  readonly length: number
  readonly unexplained: number
  readonly unexplainedShare: number
  readonly denied: number
  readonly void: number
  /** Ideas that the answer names, each with how it names them: `MUL`, `!MUL` denied, `?MUL` void. */
  readonly marks: readonly string[]
}

export function companyOf(application: Application): Company {
  const { reading, misconceptions } = application
  const count = Math.max(1, reading.sentences.length)
  let questions = 0
  let lists = 0
  let hedged = 0
  let instructions = false
  let wary = false
  for (const sentence of reading.sentences) {
    if (sentence.question) questions += 1
    if (sentence.list) lists += 1
    if (sentence.hedged) hedged += 1
    if (sentence.instructs) instructions = true
    if (sentence.wary) wary = true
  }
  let denied = 0
  let unsaid = 0
  for (const hit of reading.hits) {
    if (hit.standing === 'denied') denied += 1
    else if (hit.standing === 'void') unsaid += 1
  }
  const hits = Math.max(1, reading.hits.length)
  const unexplained = unexplainedLetters(application)
  return {
    names: new Set(misconceptions.map((misconception) => misconception.id)),
    questions: questions / count,
    lists: lists / count,
    hedged: hedged / count,
    instructions,
    wary,
    length: Math.min(1, Math.log(1 + reading.letters / 10) / Math.log(60)),
    unexplained,
    unexplainedShare: unexplained / Math.max(20, reading.letters),
    denied: Math.min(1, (5 * denied) / hits),
    void: unsaid / hits,
    marks: marksOf(application),
  }
}

/** Each idea of the answer once for each standing it has there, in the order of the rubric's concepts. */
function marksOf({ reading, marks }: Application): readonly string[] {
  const seen = new Set<number>()
  for (const { concept, standing } of reading.hits)
    seen.add(3 * concept + (standing === 'asserted' ? 0 : standing === 'denied' ? 1 : 2))
  return [...seen].sort((a, b) => a - b).map((mark) => marks[mark] ?? '')
}

/** What the regression sees of one criterion: the grammar's verdict first, then the company it keeps. All in 0..1. */
export function featuresOf(
  application: Application,
  company: Company,
  verdict: GrammarVerdict,
  numeric: boolean,
): Features {
  const { reading, criteria } = application
  let others = 0
  for (const other of criteria) if (other.id !== verdict.id) others += other.level
  const otherMean = others / Math.max(1, criteria.length - 1)
  const { names } = company
  const wrong = atMost(names.size, 3)
  const full = verdict.level === 1 ? 1 : 0
  const half = verdict.level === 0.5 ? 1 : 0
  const nothing = verdict.level === 0 ? 1 : 0
  const hinted = nothing * (verdict.hints > 0 ? 1 : 0)
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
    hints: atMost(verdict.hints, 3),
    hintOnly: hinted,
    hintOthers: hinted * otherMean,
    unsaid: verdict.unsaid ? 1 : 0,
    misconceptions: wrong,
    forwardOnly: names.has('forward_only') ? 1 : 0,
    wrongDirection: names.has('wrong_direction') ? 1 : 0,
    otherCause: names.has('learning_rate') || names.has('overfitting') ? 1 : 0,
    otherCriteria: otherMean,
    length: company.length,
    questions: company.questions,
    lists: company.lists,
    instructions: company.instructions ? 1 : 0,
    hedged: company.hedged,
    unexplained: company.unexplainedShare,
    fullMisconceived: full * wrong,
    halfMisconceived: half * wrong,
    fullOthers: full * otherMean,
    halfOthers: half * otherMean,
    nothingOthers: nothing * otherMean,
    fullHedged: full * supportHedged,
    halfNumbers: half * (numeric ? 1 : 0),
    nothingLength: nothing * company.length,
    denied: company.denied,
    void: company.void,
    fullDenied: full * company.denied,
    fullVoid: full * company.void,
    fullStray: full * (application.stray ? 1 : 0),
    halfStray: half * (application.stray ? 1 : 0),
  }
  return { features: Float64Array.from(featureNames, (name) => values[name]), marks: company.marks }
}

/** The numbers of one criterion, and the ideas of the whole answer by name. */
export interface Features {
  readonly features: Float64Array
  readonly marks: readonly string[]
}
