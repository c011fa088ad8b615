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
  'saidConditional',
  'saidModal',
  'saidPersonal',
  'saidContrast',
  'saidQuoted',
  'saidDenying',
  'saidWary',
  'saidOffSubject',
  'saidAlone',
  'thenContrast',
  'thenDenying',
  'thenWary',
  'wary',
  'asideShare',
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
  /** Hides characters, or puts letters of another script for those they look like. */
  readonly disguised: boolean
  readonly length: number
  readonly unexplained: number
  readonly unexplainedShare: number
  readonly denied: number
  readonly void: number
  /** Share of the sentences that hang on a condition, quote, report or are no statement. */
  readonly aside: number
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
  let aside = 0
  for (const sentence of reading.sentences) {
    if (sentence.wary || sentence.conditional || sentence.modal || sentence.quoted || sentence.question)
      aside += 1
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
    disguised: reading.norm.invisible > 3 || reading.norm.homoglyphs > 0,
    length: Math.min(1, Math.log(1 + reading.letters / 10) / Math.log(60)),
    unexplained,
    unexplainedShare: unexplained / Math.max(20, reading.letters),
    denied: Math.min(1, (5 * denied) / hits),
    void: unsaid / hits,
    aside: aside / count,
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
  const said = nothing === 1 ? noTone : toneOf(application, verdict)
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
    saidConditional: said.conditional,
    saidModal: said.modal,
    saidPersonal: said.personal,
    saidContrast: said.contrast,
    saidQuoted: said.quoted,
    saidDenying: said.denies,
    saidWary: said.wary,
    saidOffSubject: said.offSubject,
    saidAlone: (full + half) * (otherMean === 0 ? 1 : 0),
    thenContrast: said.thenContrast,
    thenDenying: said.thenDenies,
    thenWary: said.thenWary,
    wary: company.wary ? 1 : 0,
    asideShare: company.aside,
  }
  const features = new Float64Array(featureNames.length)
  for (let i = 0; i < features.length; i += 1) features[i] = values[featureNames[i] as FeatureName]
  return { features, marks: company.marks }
}

interface Tone {
  conditional: number
  modal: number
  personal: number
  contrast: number
  quoted: number
  denies: number
  wary: number
  offSubject: number
  thenContrast: number
  thenDenies: number
  thenWary: number
}
const silent = (): Tone => ({
  conditional: 0,
  modal: 0,
  personal: 0,
  contrast: 0,
  quoted: 0,
  denies: 0,
  wary: 0,
  offSubject: 0,
  thenContrast: 0,
  thenDenies: 0,
  thenWary: 0,
})
const noTone = silent()

/** How the sentences that a verdict rests on are said, as shares of them, and whether the next one turns. */
function toneOf({ reading, onSubject }: Application, verdict: GrammarVerdict): Tone {
  const { sentences } = reading
  const indexes = new Set(verdict.support.map((hit) => hit.sentence))
  const tone = silent()
  for (const index of indexes) {
    const sentence = sentences[index]
    const next = sentences[index + 1]
    if (sentence === undefined) continue
    if (sentence.conditional) tone.conditional += 1
    if (sentence.modal) tone.modal += 1
    if (sentence.personal) tone.personal += 1
    if (sentence.contrast) tone.contrast += 1
    if (sentence.quoted) tone.quoted += 1
    if (sentence.denies) tone.denies += 1
    if (sentence.wary) tone.wary += 1
    if (!onSubject.has(index)) tone.offSubject += 1
    if (next === undefined) continue
    if (next.contrast) tone.thenContrast += 1
    if (next.denies) tone.thenDenies += 1
    if (next.wary) tone.thenWary += 1
  }
  if (indexes.size > 1) for (const key of Object.keys(tone) as (keyof Tone)[]) tone[key] /= indexes.size
  return tone
}

/** The numbers of one criterion, and the ideas of the whole answer by name. */
export interface Features {
  readonly features: Float64Array
  readonly marks: readonly string[]
}
