import type { JsonObject } from '@/lib/core/json'
import { err, ok, type Result } from '@/lib/core/result'
import { decideStart, type StartRefusal } from '@/lib/exam/attempt'
import { itemSeed } from '@/lib/exam/item-seed'
import { drawnItems } from '@/lib/exam/pools'
import { problemOrder } from '@/lib/exam/problem-order'
import { attemptTimes } from '@/lib/exam/schedule'
import { opensWith } from '@/lib/exam/start-code'
import { closeExpired } from './close-attempt'
import type { Deps, NewItem } from './deps'
import { type ExamItemRecord, timeTerms } from './records'
import { mayBeginHere, type SebRequest } from './safe-exam-browser'

export type StartError =
  | StartRefusal
  | { readonly kind: 'not-found' }
  | { readonly kind: 'code-missing' }
  | { readonly kind: 'code-wrong' }
  | { readonly kind: 'too-many-codes' }
  | { readonly kind: 'safe-exam-browser' }

/** Wrong start codes of one student at one exam within the window before they have to wait. */
const WRONG_CODES = 10
const CODE_WINDOW_MS = 10 * 60_000

/** More changes of one exam than this do not come within the moment of a start. */
const TRIES = 5

/**
 * Starts an attempt, or gives back the one that is open: a double click and a second device land in the same one.
 * The seed is drawn here; the params that follow from it are frozen with the attempt.
 */
export async function startAttempt(
  deps: Deps,
  input: { examId: string; userId: string; startCode?: string; seb?: SebRequest },
): Promise<Result<{ attemptId: string }, StartError>> {
  const { examId, userId } = input
  const now = deps.clock.now()
  // An attempt whose time has run out still counts as open in the database until somebody closes it.
  await closeExpired(deps, { examId, userId })
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await deps.exams.findForStudent({ examId, userId })
    if (!found) return err({ kind: 'not-found' })
    const { exam, attempts } = found
    const terms = timeTerms(found)
    const decision = decideStart({ terms, rules: exam.rules, attempts, now })
    if (!decision.ok) return decision
    if (!(await mayBeginHere(deps, found, input.seb))) return err({ kind: 'safe-exam-browser' })
    if (decision.value.kind === 'resume') return ok({ attemptId: decision.value.attemptId })
    const refusal = exam.needsStartCode ? await checkStartCode(deps, input, now) : null
    if (refusal) return err(refusal)

    const seed = deps.newSeed()
    const attemptId = await deps.attempts.insert({
      examId,
      userId,
      termsVersion: exam.termsVersion,
      number: decision.value.number,
      seed,
      startedAt: now,
      times: attemptTimes(terms, now),
      oneWay: exam.rules.navigation === 'one-way',
      isPreview: false,
      items: problemOrder(exam.rules.order, drawnItems(exam.items, seed), seed).map((item, i) =>
        drawItem(deps, item, i + 1, seed),
      ),
    })
    if (attemptId) return ok({ attemptId })
    // Another request of this student was first, or the exam has changed: look again, and resume what was started.
  }
  throw new Error(`Attempt at exam ${examId} could neither be started nor resumed`)
}

async function checkStartCode(
  deps: Deps,
  { examId, userId, startCode }: { examId: string; userId: string; startCode?: string },
  now: Date,
): Promise<StartError | null> {
  if (!startCode?.trim()) return { kind: 'code-missing' }
  const limit = { key: `start-code:${examId}:${userId}`, most: WRONG_CODES }
  const claim = await deps.failures.claim([limit], new Date(now.getTime() - CODE_WINDOW_MS), now)
  if (!claim) return { kind: 'too-many-codes' }
  if (!opensWith(await deps.exams.findStartCode(examId), startCode)) return { kind: 'code-wrong' }
  await deps.failures.forgive(claim)
  return null
}

/** A problem of the exam as this attempt gets it. */
export function drawItem(deps: Deps, item: ExamItemRecord, position: number, seed: string): NewItem {
  const question = deps.questions.find(item.type)
  if (!question) throw new Error(`Exam refers to the unknown question type '${item.type}'`)
  const params: JsonObject =
    item.fixedParams ??
    question.generate(itemSeed(seed, item.position, item.type, question.version), item.settings)
  return {
    position,
    slot: item.position,
    questionVersionId: item.questionVersionId,
    type: item.type,
    typeVersion: question.version,
    params,
    points: item.points,
  }
}
