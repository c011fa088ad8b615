'use server'

import { z } from 'zod'
import type { Localized } from '@/lib/core/localized'
import { personAction } from '@/lib/server/action'
import { certifyIn } from '@/lib/server/survey'
import { MOST_CHARACTERS } from '@/lib/use-cases/files/read-file'
import { checkFile, type ImportError, importFile } from '@/lib/use-cases/files/transfer'

type Done =
  | { readonly kind: 'preview'; readonly titles: readonly Localized[]; readonly exam: Localized | null }
  | { readonly kind: 'imported'; readonly questions: number; readonly examId: string | null }

const input = z.object({
  courseId: z.string(),
  step: z.enum(['look', 'take']),
  text: z.string().max(MOST_CHARACTERS, 'tooLong'),
})

/** Looks at a file, or takes it. */
export const importQuestions = personAction<z.infer<typeof input>, ImportError, Done>({
  input,
  run: async ({ viewer, deps, input: { courseId, step, text } }) => {
    const bank = await deps.bank.findBank({ courseId, viewer })
    if (!bank?.mayManage) return { status: 'refused', refusal: { kind: 'not-found' } }
    const certify = certifyIn(deps.questions)
    if (step === 'look') {
      const checked = await checkFile(deps, text, certify)
      if (!checked.ok) return { status: 'refused', refusal: { kind: 'problems', problems: checked.error } }
      const none = { ko: '', en: '' }
      const titles = checked.value.questions.map(
        ({ draft, versions }) => (draft ?? versions.at(-1))?.title ?? none,
      )
      return { status: 'done', done: { kind: 'preview', titles, exam: checked.value.exam?.title ?? null } }
    }
    const done = await importFile(deps, { courseId, viewer, text }, certify)
    return done.ok
      ? { status: 'done', done: { kind: 'imported', ...done.value } }
      : { status: 'refused', refusal: done.error }
  },
})
