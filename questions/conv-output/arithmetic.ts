import type { ConvOutputParams } from './params'

/**
 * Arithmetic of one convolution along one axis, after V. Dumoulin and F. Visin, "A guide to convolution arithmetic
 * for deep learning" (arXiv:1603.07285), relationships 3, 6 and 15. All numbers are whole counts of pixels.
 */
export type Axis = 'height' | 'width'

/** A pair of counts, one for each axis: a size, or the padding on one side. */
export interface Extent {
  readonly height: number
  readonly width: number
}

/** The same computation along both axes. */
export const alongBoth = (compute: (axis: Axis) => number): Extent => ({
  height: compute('height'),
  width: compute('width'),
})

export const sameExtent = (a: Extent, b: Extent): boolean => a.height === b.height && a.width === b.width
export const isSquare = (extent: Extent): boolean => extent.height === extent.width
export const transposed = (extent: Extent): Extent => ({ height: extent.width, width: extent.height })

/** Pixels that a kernel of `size` taps spans when neighbouring taps lie `dilation` pixels apart. */
export const effectiveKernel = (size: number, dilation: number): number => dilation * (size - 1) + 1

/** Rows on each side that keep the size at stride 1; whole because the effective kernel is odd ("half padding"). */
export const halfPadding = (effective: number): number => (effective - 1) / 2

export const paddedLength = (length: number, padding: number): number => length + 2 * padding

/** Positions of the kernel on a padded axis; a last step that does not fit is dropped. */
export const outputLength = (padded: number, effective: number, stride: number): number =>
  Math.floor((padded - effective) / stride) + 1

/** Every number of a variant that a student may have to find. */
export interface ConvOutputKey {
  readonly effectiveKernel: Extent
  /** On one side of each axis. */
  readonly padding: Extent
  readonly paddedSize: Extent
  readonly outputSize: Extent
}

export function convOutputKey(params: ConvOutputParams): ConvOutputKey {
  const effective = alongBoth((axis) => effectiveKernel(params.kernel[axis], params.dilation))
  const padding =
    params.padding === 'same' ? alongBoth((axis) => halfPadding(effective[axis])) : params.padding
  const paddedSize = alongBoth((axis) => paddedLength(params.input[axis], padding[axis]))
  const outputSize = alongBoth((axis) => outputLength(paddedSize[axis], effective[axis], params.stride))
  return { effectiveKernel: effective, padding, paddedSize, outputSize }
}

/** Whether the last step fits exactly, so that every convention of rounding gives the same size. */
export function strideFits(params: ConvOutputParams): boolean {
  const key = convOutputKey(params)
  const fits = (axis: Axis) => (key.paddedSize[axis] - key.effectiveKernel[axis]) % params.stride === 0
  return fits('height') && fits('width')
}

/** Whole and half numbers only: '3', '5/2'. */
const writeNumber = (value: number): string => (Number.isInteger(value) ? String(value) : `${2 * value}/2`)

/** '68x68', the way sizes are written in keys, mistakes and reference responses. */
export const writeSize = (size: Extent): string => `${writeNumber(size.height)}x${writeNumber(size.width)}`

/** '2' where both axes agree, else '2x1'. */
export const writePadding = (padding: Extent): string =>
  isSquare(padding) ? writeNumber(padding.height) : writeSize(padding)
