import type { ConvOutputParams } from '@/questions/conv-output/params'
import { settingsFields } from '@/questions/conv-output/settings-fields'

export const defaultSettings = settingsFields.parse({})

/** The exam's variant, 64×64 by 5×5 with the size kept, or what differs from it. */
export const aVariant = (differences: Partial<ConvOutputParams> = {}): ConvOutputParams => ({
  input: { height: 64, width: 64 },
  kernel: { height: 5, width: 5 },
  stride: 1,
  dilation: 1,
  padding: 'same',
  ...differences,
})

/** A sketch with these values, in order. */
export const aSketch = (
  values: { amount?: string; padded?: string; output?: string; kernel?: string } = {},
) => [
  { stage: 'input', size: '64x64' },
  { stage: 'padding', amount: values.amount ?? '2', size: values.padded ?? '68x68' },
  { stage: 'convolution', kernel: values.kernel ?? '5x5', stride: '1' },
  { stage: 'feature-map', size: values.output ?? '64x64' },
]
