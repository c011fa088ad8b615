import { type ConvOutputKey, isSquare } from './arithmetic'
import type { ConvOutputParams } from './params'

/** The parts whose answer is one number or one size. */
export const numericParts = ['padding', 'paddedSize', 'outputSize'] as const
export type NumericPart = (typeof numericParts)[number]

/** The padding only where the student chooses it. */
export const askedParts = (params: ConvOutputParams): readonly NumericPart[] =>
  params.padding === 'same' ? numericParts : numericParts.filter((part) => part !== 'padding')

/** One wrong turn on the way to an answer. */
export const slips = [
  'padding-total',
  'half-kernel',
  'half-kernel-rounded-up',
  'no-padding',
  'padding-one-side',
  'dilation-ignored',
  'stride-ignored',
  'plus-one-forgotten',
  'axes-swapped',
] as const
export type Slip = (typeof slips)[number]

const paddingSlips: readonly Slip[] = ['padding-total', 'half-kernel', 'half-kernel-rounded-up', 'no-padding']

/**
 * Whether both slips are modelled together in one part. Two ways of finding the padding exclude each other, and half
 * of a padding that was never added is nothing. Where a slip made in the padding is carried into a later part it
 * stands alone: a second slip on top of it is read against the student's own padding (follow-through).
 */
export function compatible(part: NumericPart, a: Slip, b: Slip): boolean {
  if (a === b || (paddingSlips.includes(a) && paddingSlips.includes(b))) return false
  const unpadded = a === 'no-padding' || b === 'no-padding'
  const oneSided = a === 'padding-one-side' || b === 'padding-one-side'
  if (unpadded && (part !== 'outputSize' || oneSided)) return false
  if (part === 'padding') return true
  return !isCarried(part, a) && !isCarried(part, b)
}

/** Made in the padding and carried into a later part. */
const isCarried = (part: NumericPart, slip: Slip): boolean =>
  (paddingSlips.includes(slip) && slip !== 'no-padding') ||
  (slip === 'dilation-ignored' && part === 'paddedSize')

/** The slips that change the answer of `part` in this variant; each by its own condition, never by comparing values. */
export function possibleSlips(
  part: NumericPart,
  params: ConvOutputParams,
  key: ConvOutputKey,
): readonly Slip[] {
  const chosen = params.padding === 'same'
  const padded = key.padding.height > 0 || key.padding.width > 0
  const conditions: Record<Slip, boolean> = {
    'padding-total': chosen && padded,
    'half-kernel': chosen && part !== 'outputSize',
    'half-kernel-rounded-up': chosen,
    'no-padding': padded,
    'padding-one-side': padded && part !== 'padding',
    'dilation-ignored': params.dilation > 1 && (chosen || part === 'outputSize'),
    'stride-ignored': params.stride > 1 && part === 'outputSize',
    'plus-one-forgotten': part === 'outputSize',
    'axes-swapped': !isSquare(key[part]),
  }
  return slips.filter((slip) => conditions[slip])
}
