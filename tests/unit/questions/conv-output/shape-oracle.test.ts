import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convOutput } from '@/questions/conv-output'
import { convOutputKey, type Extent, strideFits, writeSize } from '@/questions/conv-output/arithmetic'
import { type ConvOutputParams, convOutputParamsSchema } from '@/questions/conv-output/params'

type Shape = (number | null)[]

const extentOf = (shape: unknown): Extent => {
  const [, height, width] = shape as Shape
  return { height: height ?? 0, width: width ?? 0 }
}

/** Shapes as TensorFlow.js computes them: zero padding by the given rows and columns, then a valid convolution. */
function shapesByTensorFlow(params: ConvOutputParams, padding: Extent): { padded: Extent; output: Extent } {
  const input: Shape = [null, params.input.height, params.input.width, 1]
  const pad = tf.layers.zeroPadding2d({
    padding: [
      [padding.height, padding.height],
      [padding.width, padding.width],
    ],
    dataFormat: 'channelsLast',
  })
  const convolution = tf.layers.conv2d({
    filters: 1,
    kernelSize: [params.kernel.height, params.kernel.width],
    strides: params.stride,
    dilationRate: params.dilation,
    padding: 'valid',
  })
  const padded = pad.computeOutputShape(input) as Shape
  return { padded: extentOf(padded), output: extentOf(convolution.computeOutputShape(padded)) }
}

/** The output of TensorFlow's own padding 'same'. */
function sameByTensorFlow(params: ConvOutputParams): Extent {
  const convolution = tf.layers.conv2d({
    filters: 1,
    kernelSize: [params.kernel.height, params.kernel.width],
    strides: 1,
    dilationRate: params.dilation,
    padding: 'same',
  })
  return extentOf(convolution.computeOutputShape([null, params.input.height, params.input.width, 1]))
}

function agrees(params: ConvOutputParams): void {
  const key = convOutputKey(params)
  const theirs = shapesByTensorFlow(params, key.padding)
  expect(theirs, JSON.stringify(params)).toEqual({ padded: key.paddedSize, output: key.outputSize })
  if (params.padding === 'same') expect(sameByTensorFlow(params)).toEqual(key.outputSize)
}

describe('the key of conv-output', () => {
  it('agrees with TensorFlow.js on every variant of the default settings', () => {
    let checked = 0
    for (const raw of convOutput.enumerate({})) {
      const params = convOutputParamsSchema.parse(raw)
      agrees(params)
      expect(strideFits(params)).toBe(true)
      checked += 1
    }
    expect(checked).toBeGreaterThan(2000)
  })

  it('agrees with TensorFlow.js on params given by hand, also where the last step does not fit', () => {
    const side = fc.integer({ min: 1, max: 13 })
    const byHand = fc
      .record({
        input: fc.record({ height: fc.integer({ min: 1, max: 90 }), width: fc.integer({ min: 1, max: 90 }) }),
        kernel: fc.record({ height: side, width: side }),
        stride: fc.integer({ min: 1, max: 4 }),
        dilation: fc.integer({ min: 1, max: 4 }),
        padding: fc.oneof(
          fc.constant('same' as const),
          fc.record({ height: fc.nat({ max: 6 }), width: fc.nat({ max: 6 }) }),
        ),
      })
      // TensorFlow.js takes no stride together with dilation.
      .filter((params) => params.dilation === 1 || params.stride === 1)
      .filter((params) => convOutputParamsSchema.safeParse(params).success)
    fc.assert(fc.property(byHand, agrees), { numRuns: 3000 })
  })

  it('grades what TensorFlow.js says as right', () => {
    for (let seed = 0; seed < 1000; seed += 1) {
      const params = convOutputParamsSchema.parse(convOutput.generate(`oracle-${seed}`, {}))
      const { padded, output } = shapesByTensorFlow(params, convOutputKey(params).padding)
      const result = convOutput.grade(params, {
        paddedSize: writeSize(padded),
        outputSize: writeSize(output),
      })
      const codes = new Map(result.parts.map(({ id, code }) => [id, code]))
      expect([codes.get('paddedSize'), codes.get('outputSize')]).toEqual(['correct', 'correct'])
    }
  })
})
