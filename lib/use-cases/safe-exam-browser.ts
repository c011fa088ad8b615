import { err, ok, type Result } from '@/lib/core/result'
import type { ExamAddresses } from '@/lib/exam/seb/config-file'
import { isInside, type SebProof } from '@/lib/exam/seb/proof'
import { changedSettings } from '@/lib/exam/seb/settings'
import type { Deps, StaffViewer } from './deps'
import type { StudentExamRecord } from './records'

/** What a request says for itself, and under which address browsers know us. */
export interface SebRequest extends SebProof, Pick<ExamAddresses, 'origin'> {}

/** Whether this student takes this exam in Safe Exam Browser. */
export const needsSeb = ({ exam, exception }: Pick<StudentExamRecord, 'exam' | 'exception'>): boolean =>
  exam.needsSafeExamBrowser && !exception.withoutSafeExamBrowser

/** Whether the student may start the exam, or go on with it, from where the request comes from. */
export async function mayBeginHere(
  deps: Pick<Deps, 'safeExamBrowser' | 'digest'>,
  record: StudentExamRecord,
  request: SebRequest | undefined,
): Promise<boolean> {
  if (!needsSeb(record)) return true
  if (!request) return false
  const examId = record.exam.id
  const settings = await deps.safeExamBrowser.findSettings(examId)
  const open = record.attempts.find(({ closedAt }) => closedAt === null) ?? null
  return (
    settings === null || isInside(settings, { origin: request.origin, examId }, open, request, deps.digest)
  )
}

/** Whether the caller's own attempt at work may be read and changed from where the request comes from. */
export async function mayWorkHere(
  deps: Pick<Deps, 'safeExamBrowser' | 'digest' | 'clock'>,
  input: { attemptId: string; userId: string },
  request: SebRequest,
): Promise<boolean> {
  const needed = await deps.safeExamBrowser.findForAttempt({ ...input, now: deps.clock.now() })
  if (!needed) return true
  const { settings, examId, startedAt } = needed
  const attempt = { id: input.attemptId, startedAt }
  return isInside(settings, { origin: request.origin, examId }, attempt, request, deps.digest)
}

/** What an instructor decides; a password that is left out stays as it was. */
export type SebChoice =
  | { readonly required: false }
  | {
      readonly required: true
      readonly allowQuit: boolean
      readonly quitPassword:
        | { readonly kind: 'keep' | 'none' }
        | { readonly kind: 'set'; readonly text: string }
      readonly allowedUrls: readonly string[]
      readonly browserExamKeys: readonly string[]
    }

/** Sets whether and how an exam requires Safe Exam Browser. Of a quit password only its hash is kept. */
export async function changeSafeExamBrowser(
  deps: Deps,
  input: { examId: string; viewer: StaffViewer; choice: SebChoice },
): Promise<Result<null, { readonly kind: 'not-found' }>> {
  const { examId, viewer, choice } = input
  const managed = await deps.terms.findManaged({ examId, viewer })
  if (!managed) return err({ kind: 'not-found' })
  const now = deps.clock.now()
  const before = managed.safeExamBrowser
  const hashOf = (password: Extract<SebChoice, { required: true }>['quitPassword']): string | null => {
    if (password.kind === 'set') return deps.digest(password.text)
    return password.kind === 'keep' ? (before?.quitPasswordHash ?? null) : null
  }
  const settings = choice.required
    ? changedSettings(
        before,
        {
          allowQuit: choice.allowQuit,
          quitPasswordHash: hashOf(choice.quitPassword),
          allowedUrls: choice.allowedUrls,
          browserExamKeys: choice.browserExamKeys,
        },
        now,
      )
    : null
  await deps.terms.change({
    examId,
    byId: viewer.id,
    now,
    change: { kind: 'safe-exam-browser', settings },
    times: (_terms, _startedAt, times) => times,
  })
  return ok(null)
}
