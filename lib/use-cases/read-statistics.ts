import type { Localized } from '@/lib/core/localized'
import { type ExamStatistics, examStatistics } from '@/lib/exam/statistics/exam-statistics'
import type { Deps, StaffViewer } from './deps'
import type { ExamRecord } from './records'
import type { MeasuredExam, Occurrence } from './statistics-store'

export interface StatisticsView {
  readonly exam: ExamRecord
  readonly statistics: ExamStatistics
  titleOf(slot: number): Localized
  partTitle(slot: number, part: string): Localized
  criterionTitle(slot: number, criterion: string): Localized
  /** Title of a modelled mistake; null for the codes that every type has. */
  mistakeTitle(slot: number, part: string, code: string): Localized | null
}

/** Views by exam, kept for as long as nothing changes. */
export type StatisticsMemo = Map<string, { readonly version: string; readonly view: StatisticsView }>

/** Exams whose statistics are kept: pages that are looked at over and over, few of them at a time. */
const KEPT = 20

/**
 * Statistics of an exam for the staff of its course: instructors, graders, observers; null for others. Worked out anew
 * only where something has changed since.
 */
export async function readStatistics(
  deps: Deps,
  memo: StatisticsMemo,
  input: { examId: string; viewer: StaffViewer },
): Promise<StatisticsView | null> {
  const version = await deps.statistics.version(input)
  if (version === null) return null
  const kept = memo.get(input.examId)
  if (kept?.version === version) return kept.view
  const measured = await deps.statistics.measure(input.examId)
  if (!measured) return null
  const view = toView(deps, measured)
  memo.delete(input.examId)
  memo.set(input.examId, { version, view })
  for (const oldest of memo.keys()) if (memo.size > KEPT) memo.delete(oldest)
  return view
}

function toView(deps: Deps, measured: MeasuredExam): StatisticsView {
  const { exam, attempts, titles, partTitles, criterionTitles, occurrences } = measured
  const find = (
    list: readonly { readonly slot: number; readonly id: string; readonly title: Localized }[],
    slot: number,
    id: string,
  ) => list.find((each) => each.slot === slot && each.id === id)?.title ?? { ko: id, en: id }
  const mistakes = new Map<string, Localized | null>()
  for (const each of occurrences)
    mistakes.set(keyOf(each.slot, each.part, each.code), mistakeTitle(deps, each))
  return {
    exam,
    // The exam's own id: the same data give the same picture for everybody and every time.
    statistics: examStatistics(attempts, exam.rules.counts, exam.id),
    titleOf: (slot) => titles.find((each) => each.slot === slot)?.title ?? { ko: `${slot}`, en: `${slot}` },
    partTitle: (slot, part) => find(partTitles, slot, part),
    criterionTitle: (slot, criterion) => find(criterionTitles, slot, criterion),
    mistakeTitle: (slot, part, code) => mistakes.get(keyOf(slot, part, code)) ?? null,
  }
}

const keyOf = (slot: number, part: string, code: string): string => `${slot}/${part}/${code}`

/** Of the answer's own variant; a question that is broken now has no words for it. */
function mistakeTitle(deps: Deps, { type, params, settings, part, code }: Occurrence): Localized | null {
  try {
    const mistakes = deps.questions.find(type)?.mistakes(params, settings) ?? []
    return mistakes.find((each) => each.id === code && each.part === part)?.title ?? null
  } catch {
    return null
  }
}
