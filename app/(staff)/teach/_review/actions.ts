'use server'

import { refresh } from 'next/cache'
import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { claimAnswers, type DecideError, decide, undoDecision } from '@/lib/use-cases/review'
import {
  claimInputSchema,
  overrideInputSchema,
  type Settled,
  settleInputSchema,
  undoInputSchema,
} from './input'

export const settleAnswers = personAction<z.infer<typeof settleInputSchema>, DecideError, Settled>({
  input: settleInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await decide(deps, { ...input, viewer })
    // Whoever was overtaken sees what the other decided.
    refresh()
    if (!result.ok) return { status: 'refused', refusal: result.error }
    const { settled, overtaken } = result.value
    return {
      status: 'done',
      done: { decisionId: input.decisionId, settled: settled.length, overtaken: overtaken.length },
    }
  },
})

export const overrideGrades = personAction<z.infer<typeof overrideInputSchema>, DecideError, Settled>({
  input: overrideInputSchema,
  run: async ({ viewer, deps, input }) => {
    const { part, percent: share, ...rest } = input
    const override =
      part === '' ? ({ kind: 'problem', share } as const) : ({ kind: 'part', part, share } as const)
    const result = await decide(deps, { ...rest, viewer, override })
    refresh()
    if (!result.ok) return { status: 'refused', refusal: result.error }
    const { settled, overtaken } = result.value
    return {
      status: 'done',
      done: { decisionId: input.decisionId, settled: settled.length, overtaken: overtaken.length },
    }
  },
})

export const undoSettled = personAction<z.infer<typeof undoInputSchema>, DecideError, { restored: number }>({
  input: undoInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await undoDecision(deps, { ...input, viewer })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: { restored: result.value.restored } }
  },
})

export const claimForReview = personAction<
  z.infer<typeof claimInputSchema>,
  never,
  { readonly taken: readonly string[] }
>({
  input: claimInputSchema,
  run: async ({ viewer, deps, input }) => {
    const taken = await claimAnswers(deps, { ...input, viewer })
    return { status: 'done', done: { taken } }
  },
})
