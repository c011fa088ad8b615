import type { JsonObject } from '@/lib/core/json'
import { err, ok, type Result } from '@/lib/core/result'
import { decideStart, type StartRefusal } from '@/lib/exam/attempt'
import { itemSeed } from '@/lib/exam/item-seed'
import { attemptTimes } from '@/lib/exam/timing'
import { closeExpired } from './close-attempt'
import type { Deps, NewItem } from './deps'
import type { ExamItemRecord } from './records'

export type StartError = StartRefusal | { readonly kind: 'not-found' }

/**
 * Starts an attempt, or gives back the one that is open: a double click and a second device land in the same one.
 * The seed is drawn here; the params that follow from it are frozen with the attempt.
 */
export async function startAttempt(
  deps: Deps,
  input: { examId: string; userId: string },
): Promise<Result<{ attemptId: string }, StartError>> {
  const now = deps.clock.now()
  // An attempt whose time has run out still counts as open in the database until somebody closes it.
  for (const attemptId of await deps.attempts.listExpired({ ...input, now, limit: 10 })) {
    await closeExpired(deps, attemptId)
  }
  for (let tries = 0; tries < 3; tries += 1) {
    const found = await deps.exams.findForStudent(input)
    if (!found) return err({ kind: 'not-found' })
    const { exam, timePercent, attempts } = found
    const decision = decideStart({ rules: exam.rules, window: exam, timePercent, attempts, now })
    if (!decision.ok) return decision
    if (decision.value.kind === 'resume') return ok({ attemptId: decision.value.attemptId })

    const seed = deps.newSeed()
    const attemptId = await deps.attempts.insert({
      ...input,
      number: decision.value.number,
      seed,
      startedAt: now,
      ...attemptTimes(exam.rules, exam, timePercent, now),
      items: exam.items.map((item) => drawItem(deps, item, seed)),
    })
    if (attemptId) return ok({ attemptId })
    // Another request of this student was first: look again, and resume what it started.
  }
  throw new Error(`Attempt at exam ${input.examId} could neither be started nor resumed`)
}

function drawItem(deps: Deps, item: ExamItemRecord, seed: string): NewItem {
  const question = deps.questions.find(item.type)
  if (!question) throw new Error(`Exam refers to the unknown question type '${item.type}'`)
  const params: JsonObject =
    item.fixedParams ??
    question.generate(itemSeed(seed, item.position, item.type, question.version), item.settings)
  return {
    position: item.position,
    questionVersionId: item.questionVersionId,
    type: item.type,
    typeVersion: question.version,
    params,
    points: item.points,
  }
}
