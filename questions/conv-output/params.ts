import { z } from 'zod'

const extent = (low: number, high: number) =>
  z
    .strictObject({
      height: z.number().int().min(low).max(high),
      width: z.number().int().min(low).max(high),
    })
    .readonly()

/** Sizes are height × width in pixels, one channel; stride and dilation hold for both axes. */
const shape = z.strictObject({
  input: extent(1, 4096),
  kernel: extent(1, 255),
  stride: z.number().int().min(1).max(64),
  dilation: z.number().int().min(1).max(64),
  /** 'same': the student chooses the padding that keeps the size. Otherwise rows above and below, columns left and right. */
  padding: z.union([z.literal('same'), extent(0, 255)]),
})

/** One variant. Refused where no whole padding keeps the size, or where the kernel does not fit the padded input. */
export const convOutputParamsSchema = shape
  .superRefine((params, context) => {
    for (const axis of ['height', 'width'] as const) {
      const span = params.dilation * (params.kernel[axis] - 1) + 1
      if (params.padding === 'same') {
        if (span % 2 === 0) {
          const message = 'padding "same" needs an odd effective kernel dilation*(kernel-1)+1'
          context.addIssue({ code: 'custom', path: ['kernel', axis], message })
        }
      } else if (params.input[axis] + 2 * params.padding[axis] < span) {
        const message = 'the effective kernel is larger than the padded input'
        context.addIssue({ code: 'custom', path: ['kernel', axis], message })
      }
    }
    if (params.padding === 'same' && params.stride !== 1) {
      const message = 'padding "same" is defined for stride 1 only'
      context.addIssue({ code: 'custom', path: ['stride'], message })
    }
  })
  .readonly()

export type ConvOutputParams = z.infer<typeof convOutputParamsSchema>
