import type { Clock } from '@/lib/core/clock'
import { type PassbackAttempt, type PassbackExam, type ScoreToSend, scoreToSend } from '@/lib/exam/passback'
import type { ServicePlatform, ServiceProblem } from './access-tokens'
import {
  type GradeLink,
  type GradeServices,
  isSame,
  LINE_ITEM_SCOPE,
  RESULT_SCOPE,
  SCORE_SCOPE,
  type SentScore,
  type Theirs,
} from './grade-services'

/**
 * Sends scores to the platforms. A row of the outbox stands for one student at one link; its version counts changes, and
 * what is sent is what holds when it is sent. Nothing is lost by a crash at any point: what is under way is kept with
 * its timestamp, and the same is sent again until an answer tells what became of it.
 */

/** A sender that has not come back after so long is dead. */
const BUSY_MS = 3 * 60_000
const LONGEST_PAUSE_MS = 60 * 60_000
/** Timestamps run ahead of the clock by so much at most: one in the future would block what comes after. */
const AHEAD_MS = 5_000
/** So often a conflict about the order of scores is tried again where the platform's score can not be read. */
const BLIND_TRIES = 5

export type SettledState = 'waiting' | 'delivered' | 'confirmed' | 'differs' | 'refused'

export interface ScoreRow {
  readonly linkId: string
  readonly subject: string
  readonly version: number
  readonly resend: boolean
  readonly overwrite: boolean
  readonly tries: number
  readonly pending: SentScore | null
  readonly lastStamp: Date | null
  readonly delivered: SentScore | null
  /** Scores with points that were posted lately, hundredths: what the platform shows is ours if it is one of them. */
  readonly sent: readonly { readonly given: number; readonly max: number }[]
}

export interface ClaimedScore {
  readonly row: ScoreRow
  readonly platform: ServicePlatform
  readonly link: GradeLink
  readonly exam: PassbackExam
  readonly attempts: readonly PassbackAttempt[]
}

export interface ScoreKey {
  readonly linkId: string
  readonly subject: string
}

export interface ScoreOutbox {
  /** The row if it is due and nobody else is at it; it is the caller's until then. */
  claim(input: ScoreKey & { readonly now: Date; readonly until: Date }): Promise<ClaimedScore | null>
  /** Keeps what is about to be sent, and that it was; null: another timestamp is needed. */
  keepPending(input: ScoreKey & { readonly pending: SentScore | null }): Promise<void>
  /** Ends the caller's turn; where the score has changed meanwhile, the row is due again at once. */
  settle(
    input: ScoreKey & {
      readonly version: number
      readonly state: SettledState
      readonly problem: string | null
      readonly delivered?: { readonly score: SentScore; readonly at: Date }
      readonly theirs?: { readonly value: Theirs; readonly at: Date }
    },
  ): Promise<void>
  /** Ends the caller's turn; the row is due again at that time. */
  postpone(input: ScoreKey & { readonly problem: string | null; readonly at: Date }): Promise<void>
  keepLineItem(linkId: string, url: string): Promise<void>
  /** Runs alone for the link, with its line item as it is known now; null where another does. */
  aloneForLink<Value>(
    linkId: string,
    work: (lineItemUrl: string | null) => Promise<Value>,
  ): Promise<{ readonly value: Value } | null>
}

export interface DeliveryParts {
  readonly clock: Clock
  readonly outbox: ScoreOutbox
  readonly services: GradeServices
  /** The first pause after a failure; each further one is twice as long. */
  readonly pauseMs: number
  /** Pause after a line item may have been made without our hearing of it: it has to show before it is looked for. */
  readonly unsureMs: number
}

type Trouble =
  | { readonly kind: 'later'; readonly problem: string | null; readonly afterMs: number | null }
  | { readonly kind: 'refused'; readonly problem: string }

const later = (problem: ServiceProblem): Trouble => ({
  kind: 'later',
  problem: problem.code,
  afterMs: problem.retryAfterMs,
})

/** Other refusals stay what they are however often one asks. */
const passes = ({ code }: ServiceProblem): boolean =>
  !/^http-4/.test(code) || ['http-401', 'http-408', 'http-409', 'http-425', 'http-429'].includes(code)

const troubleOf = (problem: ServiceProblem): Trouble =>
  passes(problem) ? later(problem) : { kind: 'refused', problem: problem.code }

const sameContent = (a: ScoreToSend, b: ScoreToSend): boolean =>
  a.given === b.given &&
  a.max === b.max &&
  a.activity === b.activity &&
  a.grading === b.grading &&
  a.attempt === b.attempt

/** The next whole second that is later than the last. */
const nextStamp = (last: Date | null, now: Date): Date =>
  new Date(
    Math.max(Math.floor(now.getTime() / 1000), last ? Math.floor(last.getTime() / 1000) + 1 : 0) * 1000,
  )

/** Sends what is due of one student at one link, or learns why it can not be sent now. */
export async function deliverScore(parts: DeliveryParts, key: ScoreKey): Promise<void> {
  const { clock, outbox } = parts
  const begun = clock.now()
  const claimed = await outbox.claim({ ...key, now: begun, until: new Date(begun.getTime() + BUSY_MS) })
  if (!claimed) return
  const trouble = await attempt(parts, claimed)
  if (!trouble) return
  const { version, tries } = claimed.row
  if (trouble.kind === 'refused')
    return outbox.settle({ ...key, version, state: 'refused', problem: trouble.problem })
  const pause =
    trouble.problem === null
      ? parts.pauseMs
      : Math.min(LONGEST_PAUSE_MS, parts.pauseMs * 2 ** Math.min(tries, 20))
  const at = new Date(clock.now().getTime() + Math.max(pause, trouble.afterMs ?? 0))
  return outbox.postpone({ ...key, problem: trouble.problem, at })
}

async function attempt(parts: DeliveryParts, claimed: ClaimedScore): Promise<Trouble | null> {
  const { clock, outbox, services } = parts
  const { row, platform, link } = claimed
  const { linkId, subject, version } = row
  const settle = (state: SettledState, more: { delivered?: SentScore; theirs?: Theirs } = {}) =>
    outbox.settle({
      linkId,
      subject,
      version,
      state,
      problem: null,
      ...(more.delivered && { delivered: { score: more.delivered, at: clock.now() } }),
      ...(more.theirs && { theirs: { value: more.theirs, at: clock.now() } }),
    })

  const score = scoreToSend(claimed.exam, claimed.attempts, clock.now())
  if (!score || (score.grading === 'NotReady' && !row.delivered)) return settle('waiting').then(() => null)
  if (score.max === 0) return { kind: 'refused', problem: 'no-points' }
  if (!link.scopes.includes(SCORE_SCOPE)) return { kind: 'refused', problem: 'no-scope' }
  const asked = row.resend || row.overwrite
  if (row.delivered && sameContent(row.delivered, score) && !asked)
    return settle('delivered').then(() => null)

  const lineItem = await lineItemOf(parts, claimed, score.max)
  if (typeof lineItem !== 'string') return lineItem
  const readable = link.scopes.includes(RESULT_SCOPE)
  const read = () => services.readResult(platform, link, lineItem, subject)
  /** Whether what stands there came from us, so that it may be replaced. */
  const isOurs = (theirs: Theirs): boolean =>
    row.sent.some((each) => isSame(theirs, each)) ||
    (theirs.score === null && (row.delivered?.given ?? null) === null)

  const pending: SentScore =
    row.pending && sameContent(row.pending, score)
      ? row.pending
      : { ...score, stamp: nextStamp(row.lastStamp, clock.now()).toISOString() }
  const repeated = pending === row.pending
  const ahead = Date.parse(pending.stamp) - clock.now().getTime() - AHEAD_MS
  if (ahead > 0) return { kind: 'later', problem: null, afterMs: ahead }

  if (readable && !row.overwrite) {
    const theirs = await read()
    if (!theirs.ok) return troubleOf(theirs.error)
    const { value } = theirs
    if (score.given !== null && isSame(value, score) && !row.resend)
      return settle('confirmed', { delivered: pending, theirs: value }).then(() => null)
    if (!isOurs(value) && !isSame(value, score)) return settle('differs', { theirs: value }).then(() => null)
  }

  if (!repeated) await outbox.keepPending({ linkId, subject, pending })
  const reply = await services.postScore(platform, link, lineItem, subject, pending)
  if (!reply.ok) return later(reply.error)
  const { status, retryAfterMs } = reply.value
  if (status >= 200 && status < 300) return settle('delivered', { delivered: pending }).then(() => null)
  if (status !== 409) return troubleOf({ code: `http-${status}`, retryAfterMs })

  // The platform has one of this time or a later one: this very score whose answer was lost, or another.
  const restamp = async (): Promise<Trouble> => {
    await outbox.keepPending({ linkId, subject, pending: null })
    return { kind: 'later', problem: 'http-409', afterMs: retryAfterMs }
  }
  if (score.given === null)
    return repeated ? settle('delivered', { delivered: pending }).then(() => null) : restamp()
  if (!readable) return row.tries < BLIND_TRIES ? restamp() : { kind: 'refused', problem: 'http-409' }
  const theirs = await read()
  if (!theirs.ok) return troubleOf(theirs.error)
  if (isSame(theirs.value, score))
    return settle('confirmed', { delivered: pending, theirs: theirs.value }).then(() => null)
  if (row.overwrite || isOurs(theirs.value)) return restamp()
  return settle('differs', { theirs: theirs.value }).then(() => null)
}

/**
 * The line item of the link: as the launch named it, else found by the link or the exam, else made. Whoever looks for it
 * does so alone, and after a creation whose answer was lost the search comes first again: it is never made twice.
 */
async function lineItemOf(
  { outbox, services, unsureMs }: DeliveryParts,
  { platform, link }: ClaimedScore,
  max: number,
): Promise<string | Trouble> {
  if (link.lineItemUrl !== null) return link.lineItemUrl
  const { lineItemsUrl } = link
  if (lineItemsUrl === null) return { kind: 'refused', problem: 'no-line-item' }
  const done = await outbox.aloneForLink(link.id, async (known): Promise<string | Trouble> => {
    if (known !== null) return known
    const found = await services.findLineItems(platform, link, lineItemsUrl)
    if (!found.ok) return troubleOf(found.error)
    const [first] = found.value
    if (first !== undefined) {
      await outbox.keepLineItem(link.id, first)
      return first
    }
    if (!link.scopes.includes(LINE_ITEM_SCOPE)) return { kind: 'refused', problem: 'no-line-item' }
    const made = await services.createLineItem(platform, link, lineItemsUrl, max)
    if (made.ok) {
      await outbox.keepLineItem(link.id, made.value)
      return made.value
    }
    const trouble = troubleOf(made.error)
    const unsure = made.error.status === null || made.error.status >= 500
    return trouble.kind === 'later' && unsure
      ? { ...trouble, afterMs: Math.max(unsureMs, trouble.afterMs ?? 0) }
      : trouble
  })
  return done?.value ?? { kind: 'later', problem: null, afterMs: null }
}
