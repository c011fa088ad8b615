import { err, ok, type Result } from '@/lib/core/result'
import { latePercent } from '@/lib/exam/late'
import { type RegradePolicy, underPolicy } from '@/lib/exam/regrade'
import { type RegradeReport, regradeReport } from '@/lib/exam/regrade-report'
import type { QuestionRegistry } from '@/lib/question/registry'
import type { Deps, StaffViewer } from './deps'
import { gradeItems } from './grade-items'
import type { ExamRecord } from './records'
import {
  isAtWork,
  type PlannedGrade,
  type RegradeCounts,
  type RegradeItem,
  type RegradeRequest,
  type RegradeRun,
} from './regrade-store'

export type RegradeError =
  | { readonly kind: 'not-found' }
  /** Another regrade of the exam is at work. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'no-problem' }
  | { readonly kind: 'no-reason' }
  /** Not in a state for this, for instance because somebody else was first. */
  | { readonly kind: 'wrong-state' }

/** Attempts in one page of a dry run, and grades in one page of its application. */
const ATTEMPTS = 100
const GRADES = 500

/** An instructor asks for a dry run; it changes no grade. Gives the run's id. */
export async function planRegrade(
  deps: Deps,
  input: { examId: string; viewer: StaffViewer; request: RegradeRequest },
): Promise<Result<{ runId: string }, RegradeError>> {
  const { examId, viewer, request } = input
  const found = await deps.regrades.findExam({ examId, viewer })
  if (!found) return err({ kind: 'not-found' })
  if (request.reason.trim() === '') return err({ kind: 'no-reason' })
  const chosen = found.problems.filter(({ slot }) => request.slots.includes(slot))
  if (chosen.length === 0) return err({ kind: 'no-problem' })
  // Only versions of the same question may grade.
  const versions = Object.fromEntries(
    chosen.flatMap(({ used }) =>
      used.flatMap(({ versionId, choices }) => {
        const other = request.versions[versionId] ?? versionId
        return choices.some((choice) => choice.versionId === other) ? [[versionId, other] as const] : []
      }),
    ),
  )
  const runId = await deps.regrades.create({
    examId,
    byId: viewer.id,
    now: deps.clock.now(),
    request: { ...request, reason: request.reason.trim(), slots: chosen.map(({ slot }) => slot), versions },
  })
  return runId === null ? err({ kind: 'busy' }) : ok({ runId })
}

const moves = {
  apply: ['planned', 'applying'],
  discard: ['planned', 'discarded'],
  'roll-back': ['applied', 'rolling-back'],
} as const
export type RegradeMove = keyof typeof moves

/** Applies a dry run, discards it, or rolls back what was applied; the grades are written by the job queue. */
export async function moveRegrade(
  deps: Deps,
  input: { runId: string; viewer: StaffViewer; move: RegradeMove; reason?: string },
): Promise<Result<{ examId: string }, RegradeError>> {
  const { runId, viewer, move, reason } = input
  const found = await deps.regrades.findRun({ runId, viewer })
  if (!found) return err({ kind: 'not-found' })
  if (move === 'roll-back' && !reason?.trim()) return err({ kind: 'no-reason' })
  const [from, to] = moves[move]
  const moved = await deps.regrades.move({
    runId,
    from,
    to,
    byId: viewer.id,
    now: deps.clock.now(),
    ...(reason === undefined ? {} : { reason: reason.trim() }),
  })
  return moved ? ok({ examId: found.run.examId }) : err({ kind: 'wrong-state' })
}

/**
 * Does the work of a run to its end, page by page, from wherever it stands: each page takes effect as a whole and
 * once, whoever else works on it and wherever a crash comes.
 *
 * @param pause between small pieces of grading, so that others get their turn
 */
export async function workOnRegrade(
  deps: Deps,
  runId: string,
  pause: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  for (;;) {
    const status = await deps.regrades.statusOf(runId)
    if (status === null || !isAtWork(status)) return
    const now = deps.clock.now()
    if (status === 'planning') await planPage(deps, runId, pause)
    else if (status === 'applying') await deps.regrades.applyPage({ runId, items: GRADES, now })
    else await deps.regrades.rollBackPage({ runId, items: GRADES, now })
    await pause()
  }
}

async function planPage(deps: Deps, runId: string, pause: () => Promise<unknown>): Promise<void> {
  const page = await deps.regrades.readPage({ runId, attempts: ATTEMPTS })
  if (!page) return
  const planned: PlannedGrade[] = []
  for (const item of page.items) {
    planned.push(planGrade(deps.questions, page.run, item))
    await pause()
  }
  await deps.regrades.writePage({ page, planned, now: deps.clock.now() })
}

/** What the grader and the policy make of one stored answer, as the settings of the chosen version have it. */
export function planGrade(
  questions: QuestionRegistry,
  run: { readonly policy: RegradePolicy; readonly includeManual: boolean },
  item: RegradeItem,
): PlannedGrade {
  const late = latePercent(item.late, item.savedAt)
  const base = {
    itemId: item.id,
    beforeGradeId: item.beforeGradeId,
    beforePoints: item.beforePoints,
    revision: item.revision,
    latePercent: late,
  }
  const kept = { points: null, result: null }
  if (item.manual && !run.includeManual)
    return { ...base, ...kept, grader: questions.find(item.type)?.slug ?? item.type, skipped: 'manual' }
  const [grade] = gradeItems(questions, [item])
  if (grade?.outcome.kind !== 'graded')
    return { ...base, ...kept, grader: grade?.grader ?? item.type, skipped: 'defect' }
  const decided = underPolicy(run.policy, {
    before: item.beforePoints,
    points: item.points,
    latePercent: late,
    result: grade.outcome.result,
    others: item.others,
  })
  return {
    ...base,
    grader: grade.grader,
    // Dropping a problem takes the share of others, which have paid for their own lateness.
    latePercent: run.policy === 'drop' ? 0 : late,
    points: decided?.points ?? null,
    result: decided?.result ?? null,
    skipped: null,
  }
}

/** Goes on with runs whose process has died. Gives what failed. */
export async function resumeRegrades(
  deps: Deps,
  stalledMs: number,
  pause?: () => Promise<unknown>,
): Promise<readonly { readonly runId: string; readonly error: unknown }[]> {
  const failed: { runId: string; error: unknown }[] = []
  for (const runId of await deps.regrades.listStalled(new Date(deps.clock.now().getTime() - stalledMs)))
    await workOnRegrade(deps, runId, pause).catch((error: unknown) => failed.push({ runId, error }))
  return failed
}

export interface RegradeView {
  readonly run: RegradeRun
  readonly exam: ExamRecord
  readonly report: RegradeReport
  readonly counts: RegradeCounts
}

/** A run with its report; null where the viewer may not change the exam. */
export async function readRegrade(
  deps: Deps,
  input: { runId: string; viewer: StaffViewer },
): Promise<RegradeView | null> {
  const found = await deps.regrades.findRun(input)
  if (!found) return null
  const { run, exam, attempts, counts } = found
  return { run, exam, counts, report: regradeReport(attempts, exam.rules.counts, run.passPercent) }
}
