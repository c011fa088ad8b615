import { convOutputKey, type Extent, isSquare } from './arithmetic'
import type { ConvOutputParams } from './params'

const digits = (...numbers: readonly number[]): number =>
  numbers.reduce((sum, value) => sum + String(Math.abs(value)).length, 0)

/** Where both axes are alike the work is done once and the result copied. */
const axesToWork = (...extents: readonly Extent[]): readonly ('height' | 'width')[] =>
  extents.every(isSquare) ? ['height'] : ['height', 'width']

/**
 * Effort of one variant on the shortest honest way: for every addition, multiplication or division the digits of its
 * two operands and its result, and once more every digit that is written down in the answer and on the sketch.
 */
export function effort(params: ConvOutputParams): number {
  const { input, kernel, stride, dilation } = params
  const key = convOutputKey(params)
  const chosen = params.padding === 'same'
  const given = !chosen
  let total = 0
  const operation = (a: number, b: number, result: number) => {
    total += digits(a, b, result)
  }

  for (const axis of axesToWork(kernel)) {
    const span = key.effectiveKernel[axis]
    if (chosen || dilation > 1) operation(kernel[axis], 1, kernel[axis] - 1)
    if (dilation > 1) operation(kernel[axis] - 1, dilation, span - 1)
    if (given && dilation > 1) operation(span - 1, 1, span)
    if (chosen) operation(span - 1, 2, key.padding[axis])
  }
  for (const axis of axesToWork(key.padding)) {
    if (given) operation(2, key.padding[axis], 2 * key.padding[axis])
  }
  for (const axis of axesToWork(input, key.padding)) {
    operation(input[axis], 2 * key.padding[axis], key.paddedSize[axis])
  }
  for (const axis of given ? axesToWork(input, key.padding, kernel) : []) {
    const room = key.paddedSize[axis] - key.effectiveKernel[axis]
    operation(key.paddedSize[axis], key.effectiveKernel[axis], room)
    if (stride > 1) operation(room, stride, room / stride)
    operation(room / stride, 1, key.outputSize[axis])
  }
  const both = (extent: Extent) => digits(extent.height, extent.width)
  const answer = (chosen ? both(key.padding) : 0) + both(key.paddedSize) + both(key.outputSize)
  const sketch = both(input) + both(key.padding) + both(key.paddedSize) + both(kernel) + digits(stride)
  return total + answer + sketch + both(key.outputSize)
}
