import { convOutputKey, writePadding, writeSize } from './arithmetic'
import type { ConvOutputParams } from './params'
import type { ConvOutputResponse, DrawnStage } from './response'

/** A response that earns everything. */
export function reference(params: ConvOutputParams): ConvOutputResponse {
  const key = convOutputKey(params)
  const padding = writePadding(key.padding)
  const paddedSize = writeSize(key.paddedSize)
  const outputSize = writeSize(key.outputSize)
  const convolution: DrawnStage = {
    stage: 'convolution',
    kernel: writeSize(params.kernel),
    stride: String(params.stride),
    ...(params.dilation > 1 ? { dilation: String(params.dilation) } : {}),
  }
  const sketch: readonly DrawnStage[] = [
    { stage: 'input', size: writeSize(params.input) },
    { stage: 'padding', amount: padding, size: paddedSize },
    convolution,
    { stage: 'feature-map', size: outputSize },
  ]
  return { ...(params.padding === 'same' ? { padding } : {}), paddedSize, outputSize, sketch }
}
