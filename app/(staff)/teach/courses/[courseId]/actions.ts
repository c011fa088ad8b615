'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { examRulesSchema } from '@/lib/exam/rules'
import { personAction } from '@/lib/server/action'

const text = (most: number) => z.string().trim().min(1, 'missing').max(most, 'tooLong')

type Refusal = { readonly kind: 'not-found' | 'not-allowed' | 'code-taken' }

const courseInput = z.object({
  code: text(40).regex(/^[\p{L}\p{N}._-]+$/u, 'code'),
  term: text(40),
  ko: text(200),
  en: text(200),
})

export const createCourse = personAction<z.infer<typeof courseInput>, Refusal>({
  input: courseInput,
  run: async ({ viewer, deps, input: { code, term, ko, en } }) => {
    const made = await deps.builder.createCourse({
      viewer,
      code,
      term,
      title: { ko, en },
      now: deps.clock.now(),
    })
    if (made === 'not-allowed' || made === 'code-taken') return { status: 'refused', refusal: { kind: made } }
    redirect(`/teach/courses/${made}`)
  },
})

const editInput = z.object({ courseId: z.string(), term: text(40), ko: text(200), en: text(200) })

/** Title and term; the code stays, since addresses and files are named by it. */
export const editCourse = personAction<z.infer<typeof editInput>, Refusal, true>({
  input: editInput,
  run: async ({ viewer, deps, input: { courseId, term, ko, en } }) => {
    const now = deps.clock.now()
    const done = await deps.builder.editCourse({ courseId, viewer, term, title: { ko, en }, now })
    if (!done) return { status: 'refused', refusal: { kind: 'not-found' } }
    refresh()
    return { status: 'done', done: true }
  },
})

const examInput = z.object({ courseId: z.string(), ko: text(200), en: text(200) })

export const createExam = personAction<z.infer<typeof examInput>, Refusal>({
  input: examInput,
  run: async ({ viewer, deps, input: { courseId, ko, en } }) => {
    const rules = examRulesSchema.parse({ timeLimitMinutes: 60 })
    const title = { ko, en }
    const examId = await deps.builder.createExam({ courseId, viewer, title, rules, now: deps.clock.now() })
    if (examId === null) return { status: 'refused', refusal: { kind: 'not-found' } }
    redirect(`/teach/exams/${examId}/build`)
  },
})
