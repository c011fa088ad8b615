import type { Json, JsonObject } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'
import { err, ok, type Result } from '@/lib/core/result'
import { type Certificate, certifyFixed, isCertified } from '@/lib/question/certify'
import type { Correction } from '@/lib/question/contract'
import type { SettingsIssue } from '@/lib/question/settings-issues'
import type { Deps, StaffViewer } from './deps'
import type { Import } from './files/transfer'

/** What an author is at work on. May be wrong in any way that typing leads to. */
export interface QuestionDraft {
  readonly title: Localized
  readonly settings: JsonObject
  /** Where set, every student gets these params. */
  readonly fixedParams: JsonObject | null
}

export interface VersionRecord {
  readonly id: string
  readonly number: number
  readonly title: Localized
  readonly settings: Json
  readonly fixedParams: JsonObject | null
  readonly note: string
  readonly createdAt: Date
  readonly by: string | null
  readonly exams: readonly ExamUsing[]
}

/** An exam that refers to a version, and how many attempts it has. */
export interface ExamUsing {
  readonly examId: string
  readonly title: Localized
  readonly running: number
  readonly finished: number
}

export interface BankEntry {
  readonly id: string
  readonly type: string
  readonly title: Localized
  readonly tags: readonly string[]
  readonly archivedAt: Date | null
  readonly hasDraft: boolean
  /** Number of the latest published version; 0 before the first. */
  readonly version: number
}

export interface BankQuestion extends BankEntry {
  readonly course: { readonly id: string; readonly title: Localized }
  /** Whether the viewer may change it. */
  readonly mayManage: boolean
  readonly draft: QuestionDraft | null
  readonly draftRevision: number
  /** Courses that may use it too; told to the staff of its own course alone. */
  readonly sharedWith: readonly { readonly id: string; readonly title: Localized }[]
  /** Newest first. */
  readonly versions: readonly VersionRecord[]
}

export interface Bank {
  readonly course: {
    readonly id: string
    readonly title: Localized
    readonly code: string
    readonly term: string
  }
  readonly mayManage: boolean
  readonly questions: readonly BankEntry[]
  /** Published questions of other courses that this one may use. */
  readonly shared: readonly (BankEntry & { readonly from: Localized })[]
}

/** Questions of courses. Whatever is read or written is looked up by its id and the viewer together. */
export interface QuestionStore {
  findBank(input: { courseId: string; viewer: StaffViewer }): Promise<Bank | null>
  find(input: { questionId: string; viewer: StaffViewer }): Promise<BankQuestion | null>
  /** Null where the viewer may not change the course. */
  create(input: {
    courseId: string
    viewer: StaffViewer
    type: string
    tags: readonly string[]
    draft: QuestionDraft
    now: Date
  }): Promise<string | null>
  /** Writes where the draft is still the one of that revision; gives the new revision, or null. */
  saveDraft(input: {
    questionId: string
    viewer: StaffViewer
    base: number
    draft: QuestionDraft
    tags: readonly string[]
    now: Date
  }): Promise<number | null>
  /** Freezes the draft of that revision as the next version; gives its number, or null where it is not that any more. */
  publish(input: {
    questionId: string
    viewer: StaffViewer
    base: number
    version: QuestionDraft & { readonly note: string; readonly certificate: Json }
    now: Date
  }): Promise<number | null>
  /** Courses that the viewer may change and that are not put away, newest first. */
  listManagedCourses(
    viewer: StaffViewer,
  ): Promise<readonly { readonly id: string; readonly title: Localized; readonly code: string }[]>
  /** Lets another course of the viewer's use the question, or not any more: exams that have it keep it. */
  setShared(input: {
    questionId: string
    courseId: string
    viewer: StaffViewer
    shared: boolean
    now: Date
  }): Promise<boolean>
  /** A question of an exam that the caller may change, whatever course it is of. */
  findUsed(input: { questionId: string }): Promise<BankQuestion | null>
  /** Writes questions with their versions and drafts, and the exam of them, in one transaction; null where the viewer may not. */
  importAll(input: {
    courseId: string
    viewer: StaffViewer
    content: Import
    now: Date
  }): Promise<{ examId: string | null } | null>
  /** How people judged criteria of stored answers to the question, oldest first; the newest word on each. */
  corrections(input: { questionId: string; viewer: StaffViewer }): Promise<readonly Correction<unknown>[]>
  setArchived(input: {
    questionId: string
    viewer: StaffViewer
    archived: boolean
    now: Date
  }): Promise<boolean>
  /** Lets an exam refer to another version of the same question. */
  moveExam(input: {
    questionId: string
    viewer: StaffViewer
    examId: string
    versionId: string
    evenIfRunning: boolean
    now: Date
  }): Promise<'done' | 'not-found' | 'running'>
}

type NotFound = { readonly kind: 'not-found' }

/** What stands in the editor: the draft, or the latest version where nothing differs from it. */
export function draftOf({ draft, versions, title }: BankQuestion): QuestionDraft {
  if (draft) return draft
  const [latest] = versions
  return {
    title: latest?.title ?? title,
    settings: (latest?.settings ?? {}) as JsonObject,
    fixedParams: latest?.fixedParams ?? null,
  }
}

/** A new question of a type: with its default settings, or from one of its examples. */
export async function newQuestion(
  deps: Deps,
  input: { courseId: string; viewer: StaffViewer; type: string; example?: string | undefined },
): Promise<Result<string, NotFound>> {
  const question = deps.questions.find(input.type)
  const example = question?.examples.find(({ id }) => id === input.example)
  const settings = question?.parseSettings(example?.settings ?? {})
  if (!question || !settings?.ok) return err({ kind: 'not-found' })
  const draft = { title: example?.title ?? question.title, settings: settings.value, fixedParams: null }
  const id = await deps.bank.create({ ...input, tags: [], draft, now: deps.clock.now() })
  return id === null ? err({ kind: 'not-found' }) : ok(id)
}

/** A copy in the question's own course, or in another of the viewer's. */
export async function copyQuestion(
  deps: Deps,
  input: { questionId: string; viewer: StaffViewer; courseId?: string },
): Promise<Result<string, NotFound>> {
  const found = await deps.bank.find(input)
  if (!found) return err({ kind: 'not-found' })
  const draft = draftOf(found)
  const title = { ko: `${draft.title.ko} (사본)`, en: `${draft.title.en} (copy)` }
  const id = await deps.bank.create({
    courseId: input.courseId ?? found.course.id,
    viewer: input.viewer,
    type: found.type,
    tags: found.tags,
    draft: { ...draft, title },
    now: deps.clock.now(),
  })
  return id === null ? err({ kind: 'not-found' }) : ok(id)
}

export type PublishError =
  | NotFound
  /** Somebody has changed the draft meanwhile. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'issues'; readonly issues: readonly SettingsIssue[] }
  | { readonly kind: 'not-certified'; readonly certificate: Certificate }

/**
 * Freezes the draft as the next version, if its settings hold and every variant they allow is certified.
 * @param certify goes through all variants; may take seconds, and lets others work meanwhile
 */
export async function publishQuestion(
  deps: Deps,
  input: { questionId: string; viewer: StaffViewer; base: number; note: string },
  certify: (type: string, settings: JsonObject) => Promise<Certificate>,
): Promise<Result<{ number: number }, PublishError>> {
  const found = await deps.bank.find(input)
  const type = found && deps.questions.find(found.type)
  if (!found?.mayManage || !type) return err({ kind: 'not-found' })
  if (found.draftRevision !== input.base) return err({ kind: 'changed' })
  if (!found.draft) return err({ kind: 'nothing-new' })
  const { draft } = found
  const issues = draftIssues(deps, found.type, draft)
  if (issues.length > 0) return err({ kind: 'issues', issues })
  const settings = type.parseSettings(draft.settings)
  if (!settings.ok) return err({ kind: 'issues', issues: [{ path: '', message: sameIn(settings.error) }] })
  // Where everybody gets the same params, only these have to hold.
  const certificate =
    draft.fixedParams === null
      ? await certify(found.type, settings.value)
      : certifyFixed(type, draft.fixedParams, settings.value)
  if (!isCertified(certificate, widestSpread(settings.value)))
    return err({ kind: 'not-certified', certificate })
  const number = await deps.bank.publish({
    questionId: input.questionId,
    viewer: input.viewer,
    base: input.base,
    version: {
      ...draft,
      settings: settings.value,
      note: input.note,
      certificate: certificate as unknown as Json,
    },
    now: deps.clock.now(),
  })
  return number === null ? err({ kind: 'changed' }) : ok({ number })
}

const sameIn = (text: string): Localized => ({ ko: text, en: text })

/** How far efforts may lie apart: the author's word for it, where the type asks for one. */
export const widestSpread = (settings: JsonObject): number | undefined =>
  typeof settings.effortSpread === 'number' ? settings.effortSpread : undefined

/** Everything that keeps a draft from being published, but for the certificate. */
export function draftIssues(
  deps: Pick<Deps, 'questions'>,
  slug: string,
  draft: QuestionDraft,
): readonly SettingsIssue[] {
  const type = deps.questions.find(slug)
  if (!type) return []
  const untitled = (['ko', 'en'] as const).filter((locale) => draft.title[locale].trim() === '')
  const fixed = draft.fixedParams === null ? null : type.parseParams(draft.fixedParams)
  return [
    ...untitled.map((locale) => ({
      path: `title.${locale}`,
      message: { ko: '제목을 쓰세요.', en: 'Write a title.' },
    })),
    ...type.settingsIssues(draft.settings),
    ...(fixed && !fixed.ok ? [{ path: 'fixedParams', message: sameIn(fixed.error) }] : []),
  ]
}

/** One setting that differs between two versions; undefined where one of them does not have it. */
export interface SettingChange {
  readonly path: string
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/** Which settings differ, in the order of their paths: lists count as one value. */
export function settingChanges(before: Json, after: Json): readonly SettingChange[] {
  const flat = (value: Json, path: string): [string, Json][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value as JsonObject).flatMap(([key, each]) =>
          flat(each, path === '' ? key : `${path}.${key}`),
        )
      : [[path, value]]
  const [old, now] = [new Map(flat(before, '')), new Map(flat(after, ''))]
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort()
  return paths
    .map((path) => ({ path, before: old.get(path), after: now.get(path) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}
