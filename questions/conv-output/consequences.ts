import { oncePer } from '@/lib/core/once-per'
import type { Consequence } from '@/lib/grading/follow-through/judge-step'
import {
  alongBoth,
  type ConvOutputKey,
  convOutputKey,
  type Extent,
  outputLength,
  paddedLength,
  strideFits,
} from './arithmetic'
import type { ConvOutputParams } from './params'

/** A variant with its key, as the rules of follow-through need it. */
export interface Variant {
  readonly params: ConvOutputParams
  readonly key: ConvOutputKey
}

export const variantOf = oncePer(
  (params: ConvOutputParams): Variant => ({ params, key: convOutputKey(params) }),
)

const impossible = { kind: 'impossible' } as const

const axes = ['height', 'width'] as const
const onSomeAxis = (holds: (axis: 'height' | 'width') => boolean): boolean => axes.some(holds)

/** The padded size that a student's own padding leads to; trivial where it adds nothing to an axis that needs some. */
export function paddedFrom({ params, key }: Variant, padding: Extent | null): Consequence<Extent> {
  if (padding === null || onSomeAxis((axis) => padding[axis] < 0)) return impossible
  const value = alongBoth((axis) => paddedLength(params.input[axis], padding[axis]))
  const trivial = onSomeAxis((axis) => padding[axis] === 0 && key.padding[axis] > 0)
  return { kind: trivial ? 'trivial' : 'value', value }
}

/**
 * The output size that a student's own padded size leads to. Impossible where padding has shrunk the input, the kernel
 * does not fit, or its last step does not (unless the problem itself says to round down); trivial where nothing was
 * padded or the kernel has a single place.
 */
export function outputFrom({ params, key }: Variant, padded: Extent | null): Consequence<Extent> {
  if (padded === null) return impossible
  const room = alongBoth((axis) => padded[axis] - key.effectiveKernel[axis])
  if (onSomeAxis((axis) => padded[axis] < params.input[axis] || room[axis] < 0)) return impossible
  if (strideFits(params) && onSomeAxis((axis) => room[axis] % params.stride !== 0)) return impossible
  const value = alongBoth((axis) => outputLength(padded[axis], key.effectiveKernel[axis], params.stride))
  const unpadded = onSomeAxis((axis) => padded[axis] === params.input[axis] && key.padding[axis] > 0)
  const onePlace = onSomeAxis((axis) => room[axis] === 0 && key.paddedSize[axis] > key.effectiveKernel[axis])
  return { kind: unpadded || onePlace ? 'trivial' : 'value', value }
}

/** The output size that a student's own padding leads to by way of the padded size, which need not be written. */
export function outputFromPadding(variant: Variant, padding: Extent | null): Consequence<Extent> {
  const padded = paddedFrom(variant, padding)
  if (padded.kind === 'impossible') return padded
  const output = outputFrom(variant, padded.value)
  return padded.kind === 'trivial' && output.kind === 'value'
    ? { kind: 'trivial', value: output.value }
    : output
}
