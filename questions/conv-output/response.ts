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

/** Feature_Map and "feature map" are the stage feature-map. */
const stageName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')

/** The own properties of an object, or none. */
const propertiesOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

function drawnStage(value: unknown): DrawnStage {
  const properties = propertiesOf(value)
  const stage: { stage: string } & { [label in StageLabel]?: string } = {
    stage: stageName(asText(properties.get('stage'))),
  }
  for (const label of labels) {
    const text = properties.get(label)
    if (text !== undefined) stage[label] = asText(text)
  }
  return stage
}

/** Lenient on purpose: anything at all is a response, if need be an empty one. */
export const convOutputResponseSchema = z.unknown().transform((value): ConvOutputResponse => {
  const properties = propertiesOf(value)
  const sketch = properties.get('sketch')
  return {
    padding: asText(properties.get('padding')),
    paddedSize: asText(properties.get('paddedSize')),
    outputSize: asText(properties.get('outputSize')),
    sketch: Array.isArray(sketch) ? sketch.slice(0, mostStages).map(drawnStage) : [],
  }
})
