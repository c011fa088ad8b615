import type { Json } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'
import { err, ok, type Result } from '@/lib/core/result'
import { type Check, checklist } from '@/lib/exam/checklist'
import { drawnItems } from '@/lib/exam/pools'
import { problemOrder } from '@/lib/exam/problem-order'
import { noAccommodation, noException } from '@/lib/exam/rules'
import { attemptTimes } from '@/lib/exam/schedule'
import { closeExpired } from './close-attempt'
import type { Deps, NewAttempt, StaffViewer } from './deps'
import type { ExamRecord } from './records'
import { drawItem } from './start-attempt'

/** One row of an exam: a problem for everybody, a pool of which each student gets some, or a heading over those below. */
export type ExamRow =
  /** Title and text (Markdown) stand over each problem until the next heading. */
  | { readonly kind: 'section'; readonly title: Localized; readonly text: Localized }
  | { readonly kind: 'fixed'; readonly versionId: string; readonly points: number }
  | {
      readonly kind: 'pool'
      readonly draw: number
      readonly points: number
      readonly versionIds: readonly string[]
    }

export interface ExamDraft {
  readonly title: Localized
  readonly description: Localized
  readonly rows: readonly ExamRow[]
}

/** A published version that an exam may use. */
export interface UsableVersion {
  readonly id: string
  readonly questionId: string
  readonly number: number
  readonly type: string
  readonly title: Localized
  /** Median effort of its variants; null where no certificate says. */
  readonly effort: number | null
  readonly certified: boolean
  /** Not the question's latest, or of an archived one: used, but not offered. */
  readonly outdated: boolean
}

export interface BuiltExam {
  readonly exam: ExamRecord
  readonly draft: ExamDraft
  readonly versions: readonly UsableVersion[]
  /** Attempts of students. */
  readonly attempts: number
}

export interface CourseOverview {
  readonly course: {
    readonly id: string
    readonly code: string
    readonly term: string
    readonly title: Localized
  }
  readonly mayManage: boolean
  readonly exams: readonly {
    readonly id: string
    readonly title: Localized
    readonly publishedAt: Date | null
    readonly opensAt: Date | null
    readonly closesAt: Date | null
    readonly archivedAt: Date | null
    readonly attempts: number
  }[]
}

/** Courses and exams as their instructors set them up. Whatever is asked is looked up together with the viewer. */
export interface BuilderStore {
  /** Null where the viewer may not make courses, or the code is taken. */
  createCourse(input: {
    viewer: StaffViewer
    code: string
    term: string
    title: Localized
    now: Date
  }): Promise<string | 'not-allowed' | 'code-taken'>
  /** False where the viewer may not change the course. */
  editCourse(input: {
    courseId: string
    viewer: StaffViewer
    term: string
    title: Localized
    now: Date
  }): Promise<boolean>
  findCourse(input: { courseId: string; viewer: StaffViewer }): Promise<CourseOverview | null>
  createExam(input: {
    courseId: string
    viewer: StaffViewer
    title: Localized
    rules: Json
    now: Date
  }): Promise<string | null>
  /** Null where the viewer may not change it. */
  findBuilt(input: { examId: string; viewer: StaffViewer }): Promise<BuiltExam | null>
  /** Writes title, description and rows; `base` is the exam's terms version as it was read. */
  saveExam(input: {
    examId: string
    viewer: StaffViewer
    base: number
    draft: ExamDraft
    now: Date
  }): Promise<'done' | 'not-found' | 'changed' | 'has-attempts' | 'unknown-version'>
  setPublished(input: {
    examId: string
    viewer: StaffViewer
    base: number
    published: boolean
    now: Date
  }): Promise<'done' | 'not-found' | 'changed' | 'has-attempts'>
  /** A copy with its dates moved, unpublished and without attempts or exceptions. */
  duplicate(input: {
    examId: string
    courseId: string
    viewer: StaffViewer
    shiftDays: number
    now: Date
  }): Promise<string | null>
  /** The viewer's open preview of the exam, and the number of the next one: below 0, out of the way of attempts. */
  previewOf(input: {
    examId: string
    userId: string
    now: Date
  }): Promise<{ open: string | null; next: number }>
}

type Refused<Kind extends string> = { readonly kind: Kind }

export async function publishExam(
  deps: Deps,
  input: { examId: string; viewer: StaffViewer; base: number; published: boolean },
): Promise<Result<null, Refused<'not-found' | 'changed' | 'has-attempts' | 'checks'>>> {
  const now = deps.clock.now()
  const built = await deps.builder.findBuilt(input)
  if (!built) return err({ kind: 'not-found' })
  if (input.published && examChecks(deps, built, now).some(({ state }) => state === 'fails'))
    return err({ kind: 'checks' })
  const done = await deps.builder.setPublished({ ...input, now })
  return done === 'done' ? ok(null) : err({ kind: done })
}

export function examChecks(
  { questions }: Pick<Deps, 'questions'>,
  { exam, versions, draft }: BuiltExam,
  now: Date,
): readonly Check[] {
  const byId = new Map(versions.map((version) => [version.id, version]))
  const items = exam.items.map((item) => {
    const { points, pool } = item
    const version = byId.get(item.questionVersionId)
    const type = questions.find(item.type)
    // Without a certificate any one variant stands for all: within one question's they differ little.
    const one = () => item.fixedParams ?? type?.generate('checklist', item.settings)
    const effort = version?.effort ?? type?.effort(one(), item.settings) ?? null
    return { points, pool, effort, certified: version?.certified ?? false }
  })
  const { title, description, opensAt, closesAt, rules } = exam
  return checklist(
    {
      title,
      description,
      opensAt,
      closesAt,
      timeLimitMinutes: rules.timeLimitMinutes,
      items,
      sections: draft.rows.flatMap((row) => (row.kind === 'section' ? [row] : [])),
    },
    now,
  )
}

/**
 * Starts a real attempt for somebody who sets the exam up, marked as a preview: no window, no start code, and left out
 * of every list and number. One that is open is given back.
 */
export async function startPreview(
  deps: Deps,
  input: { examId: string; viewer: StaffViewer },
): Promise<Result<string, Refused<'not-found' | 'empty'>>> {
  const built = await deps.builder.findBuilt(input)
  if (!built) return err({ kind: 'not-found' })
  const { exam } = built
  if (exam.items.length === 0) return err({ kind: 'empty' })
  const now = deps.clock.now()
  // One whose time has run out still counts as open in the database until somebody closes it.
  await closeExpired(deps, { examId: exam.id, userId: input.viewer.id })
  const { open, next } = await deps.builder.previewOf({ examId: exam.id, userId: input.viewer.id, now })
  if (open) return ok(open)
  const seed = deps.newSeed()
  const attempt: NewAttempt = {
    examId: exam.id,
    termsVersion: exam.termsVersion,
    userId: input.viewer.id,
    number: next,
    seed,
    startedAt: now,
    times: attemptTimes(
      {
        rules: exam.rules,
        window: { publishedAt: now, opensAt: null, closesAt: null, extraMinutes: 0 },
        accommodation: noAccommodation,
        exception: noException,
      },
      now,
    ),
    oneWay: exam.rules.navigation === 'one-way',
    isPreview: true,
    items: problemOrder(exam.rules.order, drawnItems(exam.items, seed), seed).map((item, i) =>
      drawItem(deps, item, i + 1, seed),
    ),
  }
  const id =
    (await deps.attempts.insert(attempt)) ??
    (await deps.builder.previewOf({ examId: exam.id, userId: input.viewer.id, now })).open
  return id ? ok(id) : err({ kind: 'not-found' })
}
