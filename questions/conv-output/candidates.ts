import { strideFits } from './arithmetic'
import type { ConvOutputParams } from './params'
import type { ConvOutputSettings, VariantForm } from './settings-fields'

const span = (low: number, high: number, step = 1): readonly number[] => {
  const first = Math.ceil(low / step) * step
  return Array.from(
    { length: Math.max(0, Math.floor((high - first) / step) + 1) },
    (_, index) => first + index * step,
  )
}

const isOdd = (value: number): boolean => value % 2 === 1

/** Kernel, stride, dilation and padding of one form; the input is put before them. */
type Layer = Omit<ConvOutputParams, 'input'>

function layersOf(form: VariantForm, settings: ConvOutputSettings): readonly Layer[] {
  const sides = span(settings.kernel.min, settings.kernel.max)
  const odd = sides.filter(isOdd)
  const kernels = odd.flatMap((height) => odd.map((width) => ({ height, width })))
  const same = (kernel: Layer['kernel'], dilation: number): Layer => ({
    kernel,
    stride: 1,
    dilation,
    padding: 'same',
  })
  const given = (slowest: number, fastest: number): readonly Layer[] =>
    sides.flatMap((side) =>
      span(settings.padding.min, settings.padding.max).flatMap((amount) =>
        span(slowest, fastest).map((stride) => ({
          kernel: { height: side, width: side },
          stride,
          dilation: 1,
          padding: { height: amount, width: amount },
        })),
      ),
    )
  switch (form) {
    case 'square-kernel':
      return odd.map((side) => same({ height: side, width: side }, 1))
    case 'rectangular-kernel':
      return kernels.filter(({ height, width }) => height !== width).map((kernel) => same(kernel, 1))
    case 'dilated':
      return span(2, settings.dilation.max).flatMap((dilation) =>
        kernels.map((kernel) => same(kernel, dilation)),
      )
    case 'given-padding':
      return given(1, 1)
    case 'strided':
      return given(2, settings.stride.max)
  }
}

/** Every variant of one form within the ranges where the last step of the kernel fits exactly; not yet certified. */
export function* candidates(form: VariantForm, settings: ConvOutputSettings): Generator<ConvOutputParams> {
  const lengths = span(settings.image.min, settings.image.max, settings.image.multipleOf)
  for (const layer of layersOf(form, settings)) {
    for (const height of lengths) {
      for (const width of lengths) {
        const params = { input: { height, width }, ...layer }
        if (strideFits(params)) yield params
      }
    }
  }
}

/** How many layers and inputs the ranges would combine, to refuse ranges that nobody wants to wait for. */
export function countCandidates(settings: ConvOutputSettings): number {
  const lengths = span(settings.image.min, settings.image.max, settings.image.multipleOf).length
  const layers = settings.forms.reduce((sum, form) => sum + layersOf(form, settings).length, 0)
  return lengths * lengths * layers
}
