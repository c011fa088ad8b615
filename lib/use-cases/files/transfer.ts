import type { JsonObject } from '@/lib/core/json'
import { err, ok, type Result } from '@/lib/core/result'
import { type Certificate, certifyFixed, isCertified } from '@/lib/question/certify'
import type { Deps, StaffViewer } from '../deps'
import { type BankQuestion, widestSpread } from '../question-bank'
import type { FileDocument, FileExam, FileQuestion } from './format'
import { type FileProblem, readFile } from './read-file'

/** A file's content as it is written: with the certificate of every version, in the order of the file. */
export interface Import {
  readonly questions: readonly (FileQuestion & { readonly certificates: readonly Certificate[] })[]
  readonly exam: FileExam | null
}

export type ImportError =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] }

export type Certify = (type: string, settings: JsonObject) => Promise<Certificate>

const empty = { format: 'quizgrad', version: 1 } as const

function toFile(question: BankQuestion, key: string, withDraft: boolean): FileQuestion {
  return {
    key,
    type: question.type,
    tags: question.tags,
    versions: [...question.versions].reverse().map(({ title, settings, fixedParams, note }) => ({
      title,
      settings: settings as JsonObject,
      fixedParams,
      note,
    })),
    draft: withDraft ? question.draft : null,
  }
}

/** Questions of a course as a file: these, or all that are not archived. Null where the viewer is not of its staff. */
export async function exportBank(
  deps: Deps,
  input: { courseId: string; viewer: StaffViewer; questionIds?: readonly string[] },
): Promise<FileDocument | null> {
  const bank = await deps.bank.findBank(input)
  if (!bank) return null
  const wanted = bank.questions.filter(({ id, archivedAt }) =>
    input.questionIds ? input.questionIds.includes(id) : archivedAt === null,
  )
  const questions: FileQuestion[] = []
  for (const { id } of wanted) {
    const found = await deps.bank.find({ questionId: id, viewer: input.viewer })
    if (found) questions.push(toFile(found, `q${questions.length + 1}`, true))
  }
  return { ...empty, questions }
}

/** An exam with the questions that it uses; null where the viewer may not change it. */
export async function exportExam(
  deps: Deps,
  input: { examId: string; viewer: StaffViewer },
): Promise<FileDocument | null> {
  const built = await deps.builder.findBuilt(input)
  if (!built) return null
  const { exam, draft, versions } = built
  const seb = await deps.safeExamBrowser.findSettings(exam.id)
  const byId = new Map(versions.map((version) => [version.id, version]))
  const keys = new Map<string, string>()
  const questions: FileQuestion[] = []
  const refer = async (versionId: string) => {
    const version = byId.get(versionId)
    if (!version) throw new Error(`exam ${exam.id} refers to an unknown version`)
    const known = keys.get(version.questionId)
    if (known !== undefined) return { question: known, version: version.number }
    const key = `q${questions.length + 1}`
    keys.set(version.questionId, key)
    const found = await deps.bank.findUsed({ questionId: version.questionId })
    if (!found) throw new Error(`question ${version.questionId} is gone`)
    questions.push(toFile(found, key, false))
    return { question: key, version: version.number }
  }
  const rows: FileExam['rows'][number][] = []
  for (const row of draft.rows) {
    if (row.kind === 'section') rows.push(row)
    else if (row.kind === 'fixed')
      rows.push({ kind: 'fixed', ...(await refer(row.versionId)), points: row.points })
    else {
      const from = []
      for (const id of row.versionIds) from.push(await refer(id))
      rows.push({ kind: 'pool', draw: row.draw, points: row.points, from })
    }
  }
  return {
    ...empty,
    questions,
    exam: {
      title: draft.title,
      description: draft.description,
      rules: exam.rules,
      ...(seb && { safeExamBrowser: { allowQuit: seb.allowQuit, allowedUrls: seb.allowedUrls } }),
      opensAt: exam.opensAt?.toISOString() ?? null,
      closesAt: exam.closesAt?.toISOString() ?? null,
      rows,
    },
  }
}

/**
 * Reads a file and holds every version in it to its certificate, as publishing does.
 * @param certify goes through all variants; may take seconds, and lets others work meanwhile
 */
export async function checkFile(
  deps: Pick<Deps, 'questions'>,
  text: string,
  certify: Certify,
): Promise<Result<Import, readonly FileProblem[]>> {
  const read = readFile(deps.questions, text)
  if (!read.ok) return read
  const problems: FileProblem[] = []
  const questions: Import['questions'][number][] = []
  for (const question of read.value.questions) {
    const certificates: Certificate[] = []
    for (const [i, { settings: raw, fixedParams }] of question.versions.entries()) {
      const type = deps.questions.find(question.type)
      const settings = type?.parseSettings(raw)
      if (!type || !settings?.ok) throw new Error('read, but not right')
      const certificate =
        fixedParams === null
          ? await certify(question.type, settings.value)
          : certifyFixed(type, fixedParams, settings.value)
      if (!isCertified(certificate, widestSpread(settings.value)))
        problems.push({
          line: lineOfKey(text, question.key),
          message: `${question.key}, version ${i + 1}: the certificate does not hold (${certificate.collisions} collisions, ${certificate.defects.length} defects, effort within ${Math.round(certificate.effort.spread * 100)} %).`,
        })
      certificates.push(certificate)
    }
    questions.push({ ...question, certificates })
  }
  return problems.length === 0 ? ok({ questions, exam: read.value.exam ?? null }) : err(problems)
}

function lineOfKey(text: string, key: string): number {
  const at = text.indexOf(`"key": ${JSON.stringify(key)}`)
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}

/** Makes everything in the file anew in the course, or nothing. An exam comes unpublished. */
export async function importFile(
  deps: Deps,
  input: { courseId: string; viewer: StaffViewer; text: string },
  certify: Certify,
): Promise<Result<{ questions: number; examId: string | null }, ImportError>> {
  const { courseId, viewer, text } = input
  const bank = await deps.bank.findBank({ courseId, viewer })
  if (!bank?.mayManage) return err({ kind: 'not-found' })
  const checked = await checkFile(deps, text, certify)
  if (!checked.ok) return err({ kind: 'problems', problems: checked.error })
  const done = await deps.bank.importAll({ courseId, viewer, content: checked.value, now: deps.clock.now() })
  return done === null
    ? err({ kind: 'not-found' })
    : ok({ questions: checked.value.questions.length, examId: done.examId })
}
