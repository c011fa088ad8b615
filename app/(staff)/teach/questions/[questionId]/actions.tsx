'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { GradeView } from '@/app/_components/question/grade-view'
import { personAction } from '@/lib/server/action'
import { certifyIn } from '@/lib/server/survey'
import { type LearnError, publishLesson } from '@/lib/use-cases/learn'
import { copyQuestion, draftOf, type PublishError, publishQuestion } from '@/lib/use-cases/question-bank'
import { sampleVariant } from '@/lib/use-cases/sample-variant'
import { testAnswers as judgeAnswers, type TestError } from '@/lib/use-cases/test-answers'
import {
  archiveInputSchema,
  copyInputSchema,
  draftInputSchema,
  learnInputSchema,
  moveInputSchema,
  publishInputSchema,
  type Refusal,
  shareInputSchema,
  testInputSchema,
  tryInputSchema,
} from './input'
import { JudgedAnswers } from './judged-answers'

const notFound = { status: 'refused', refusal: { kind: 'not-found' } } as const

/** Keeps what the author has typed, right or wrong. */
export const saveDraft = personAction<z.infer<typeof draftInputSchema>, PublishError, { revision: number }>({
  input: draftInputSchema,
  run: async ({ viewer, deps, input }) => {
    const found = await deps.bank.find({ questionId: input.questionId, viewer })
    if (!found?.mayManage) return notFound
    const revision = await deps.bank.saveDraft({ ...input, viewer, now: deps.clock.now() })
    if (revision === null) return { status: 'refused', refusal: { kind: 'changed' } }
    refresh()
    return { status: 'done', done: { revision } }
  },
})

export const publish = personAction<z.infer<typeof publishInputSchema>, PublishError, { number: number }>({
  input: publishInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await publishQuestion(deps, { ...input, viewer }, certifyIn(deps.questions))
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: result.value }
  },
})

/** Publishes what the grader learns from corrected answers. */
export const learnFromCorrections = personAction<
  z.infer<typeof learnInputSchema>,
  LearnError,
  { number: number }
>({
  input: learnInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await publishLesson(deps, { ...input, viewer }, certifyIn(deps.questions))
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: result.value }
  },
})

/** Grades an author's own answer to the variant on view, as a student's would be. */
export const tryAnswer = personAction<
  z.infer<typeof tryInputSchema>,
  Refusal,
  { view: ReactNode; score: number }
>({
  input: tryInputSchema,
  run: async ({ viewer, deps, input }) => {
    const found = await deps.bank.find({ questionId: input.questionId, viewer })
    const type = found && deps.questions.find(found.type)
    if (!found || !type) return notFound
    const { settings, fixedParams } = draftOf(found)
    const issues = type.settingsIssues(settings)
    if (issues.length > 0) return { status: 'refused', refusal: { kind: 'issues', issues } }
    const params = fixedParams ?? sampleVariant(deps.questions, found.type, input.seed, settings)?.params
    const response = type.parseResponse(input.response)
    const grade = type.grade(params, response, settings)
    const locale = await getLocale()
    const { fields } = type.publicView(params, settings)
    const view = <GradeView grade={grade} response={response} fields={fields} locale={locale} />
    return { status: 'done', done: { view, score: grade.score } }
  },
})

/** How the draft's grader judges a list of answers. */
export const testAnswers = personAction<
  z.infer<typeof testInputSchema>,
  TestError,
  { view: ReactNode; summary: { answers: number; review: number } }
>({
  input: testInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await judgeAnswers(deps, { ...input, viewer })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    const { answers, field } = result.value
    return {
      status: 'done',
      done: {
        view: <JudgedAnswers answers={answers} field={field} />,
        summary: {
          answers: answers.length,
          review: answers.filter(({ grade }) => grade.status === 'needs-review').length,
        },
      },
    }
  },
})

export const copy = personAction<z.infer<typeof copyInputSchema>, Refusal>({
  input: copyInputSchema,
  run: async ({ viewer, deps, input }) => {
    const { questionId, courseId } = input
    const made = await copyQuestion(deps, {
      questionId,
      viewer,
      ...(courseId === undefined ? {} : { courseId }),
    })
    if (!made.ok) return { status: 'refused', refusal: made.error }
    redirect(`/teach/questions/${made.value}`)
  },
})

/** Lets another course use the question, or not any more. */
export const share = personAction<z.infer<typeof shareInputSchema>, Refusal, null>({
  input: shareInputSchema,
  run: async ({ viewer, deps, input: { shared, ...input } }) => {
    const now = deps.clock.now()
    const done = await deps.bank.setShared({ ...input, viewer, shared: shared === '1', now })
    if (!done) return notFound
    refresh()
    return { status: 'done', done: null }
  },
})

export const archive = personAction<z.infer<typeof archiveInputSchema>, Refusal, null>({
  input: archiveInputSchema,
  run: async ({ viewer, deps, input: { questionId, archived } }) => {
    const now = deps.clock.now()
    const done = await deps.bank.setArchived({ questionId, viewer, archived: archived === '1', now })
    if (!done) return notFound
    refresh()
    return { status: 'done', done: null }
  },
})

export const moveExam = personAction<z.infer<typeof moveInputSchema>, Refusal, null>({
  input: moveInputSchema,
  run: async ({ viewer, deps, input }) => {
    const done = await deps.bank.moveExam({
      ...input,
      viewer,
      evenIfRunning: input.evenIfRunning === '1',
      now: deps.clock.now(),
    })
    if (done !== 'done') return { status: 'refused', refusal: { kind: done } }
    refresh()
    return { status: 'done', done: null }
  },
})
