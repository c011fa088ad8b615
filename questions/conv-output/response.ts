import { z } from 'zod'

/** What a stage may carry; anything else is dropped. */
const labels = ['size', 'amount', 'kernel', 'stride', 'dilation'] as const
export type StageLabel = (typeof labels)[number]

/** One block of the sketch; a label that was not filled in is absent. */
export type DrawnStage = { readonly stage: string } & { readonly [label in StageLabel]?: string }

export interface ConvOutputResponse {
  readonly padding?: string
  readonly paddedSize: string
  readonly outputSize: string
  readonly sketch: readonly DrawnStage[]
}

/** More blocks than this are no sketch; the rest is not looked at. */
const mostStages = 64

/** Whatever arrives as text as typed; what is no text, number or truth value becomes ''. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const plainName = /^[a-z]+(?:-[a-z]+)?$/

/** Feature_Map and "feature map" are the stage feature-map. */
function stageName(text: string): string {
  if (plainName.test(text)) return text
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
}

/** An own property of an object; undefined of anything else. */
function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}

function drawnStage(value: unknown): DrawnStage {
  const stage: { stage: string } & { [label in StageLabel]?: string } = {
    stage: stageName(asText(propertyOf(value, 'stage'))),
  }
  for (const label of labels) {
    const text = propertyOf(value, label)
    if (text !== undefined) stage[label] = asText(text)
  }
  return stage
}

/** Lenient on purpose: anything at all is a response, if need be an empty one. */
export const convOutputResponseSchema = z.unknown().transform((value): ConvOutputResponse => {
  const sketch = propertyOf(value, 'sketch')
  return {
    padding: asText(propertyOf(value, 'padding')),
    paddedSize: asText(propertyOf(value, 'paddedSize')),
    outputSize: asText(propertyOf(value, 'outputSize')),
    sketch: Array.isArray(sketch) ? sketch.slice(0, mostStages).map(drawnStage) : [],
  }
})
