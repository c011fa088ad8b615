import { z } from 'zod'
import { ALLOWED_URL } from '@/lib/exam/seb/settings'
import type { SebChoice } from '@/lib/use-cases/safe-exam-browser'
import { ticked } from '../_terms/form-fields'

/** Filled lines of what was typed, at most 50, each once and of this form. */
const lines = (message: string, form: RegExp) =>
  z.string(message).transform((text, context) => {
    const typed = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
    if (typed.length <= 50 && typed.every((line) => form.test(line))) return typed
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** The form of Safe Exam Browser; what else is in it is looked at only where it is required. */
export const sebInputSchema = z
  .discriminatedUnion('required', [
    z.object({ examId: z.string(), required: z.literal('off') }),
    z.object({
      examId: z.string(),
      required: z.literal('on'),
      allowQuit: ticked,
      quitPassword: z.string('quitPassword').max(200, 'quitPassword'),
      clearQuitPassword: ticked,
      allowedUrls: lines('allowedUrls', ALLOWED_URL),
      browserExamKeys: lines('browserExamKeys', /^[0-9a-f]{64}$/i),
    }),
  ])
  .transform((input): { examId: string; choice: SebChoice } => {
    const { examId } = input
    if (input.required === 'off') return { examId, choice: { required: false } }
    const { allowQuit, quitPassword, clearQuitPassword, allowedUrls, browserExamKeys } = input
    return {
      examId,
      choice: {
        required: true,
        allowQuit,
        quitPassword:
          quitPassword === ''
            ? { kind: clearQuitPassword ? 'none' : 'keep' }
            : { kind: 'set', text: quitPassword },
        allowedUrls,
        browserExamKeys: browserExamKeys.map((key) => key.toLowerCase()),
      },
    }
  })
