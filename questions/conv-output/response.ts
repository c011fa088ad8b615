import { z } from 'zod'

/** Whatever arrives becomes text as typed; what is no text, number or truth value becomes ''. */
const typed = z
  .unknown()
  .optional()
  .transform((value): string => {
    if (typeof value === 'string') return value
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  })

/** What a stage may carry; anything else is dropped. */
const labels = ['size', 'amount', 'kernel', 'stride', 'dilation'] as const
export type StageLabel = (typeof labels)[number]

/** One block of the sketch; a label that was not filled in is absent. */
export type DrawnStage = { readonly stage: string } & { readonly [label in StageLabel]?: string }

/** More blocks than this are no sketch; the rest is not looked at. */
const mostStages = 64

const drawnStage = z.record(z.string(), typed).transform((record): DrawnStage => {
  const stage: { stage: string } & { [label in StageLabel]?: string } = { stage: record.stage ?? '' }
  for (const label of labels) {
    const text = record[label]
    if (text !== undefined) stage[label] = text
  }
  return stage
})

const sketch = z
  .array(z.unknown())
  .catch([])
  .transform((stages) =>
    stages.slice(0, mostStages).map((stage) => drawnStage.catch({ stage: '' }).parse(stage)),
  )

export interface ConvOutputResponse {
  readonly padding?: string
  readonly paddedSize: string
  readonly outputSize: string
  readonly sketch: readonly DrawnStage[]
}

const nothing = { padding: '', paddedSize: '', outputSize: '', sketch: [] }

export const convOutputResponseSchema = z
  .object({ padding: typed, paddedSize: typed, outputSize: typed, sketch })
  .catch(nothing)
