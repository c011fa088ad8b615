import type { useTranslations } from 'next-intl'
import type { ParameterValue } from '@/lib/exam/statistics/parameters'

const named = [
  'inputs',
  'outputs',
  'biases',
  'hidden-length',
  'input-height',
  'input-width',
  'kernel-height',
  'kernel-width',
  'stride',
  'dilation',
  'padding',
  'padding-height',
  'padding-width',
  'activation',
  'recurrentWeight',
  'sequenceLength',
] as const

type Words = ReturnType<typeof useTranslations<'statistics'>>

/** A parameter by its name in the language; one that has none by its path. */
export function parameterName(path: string, t: Words): string {
  const layer = /^hidden\.(\d+)$/.exec(path)?.[1]
  if (layer !== undefined) return t('parameter.hidden-unit', { number: Number(layer) })
  const key = named.find((each) => each === path.replaceAll('.', '-'))
  return key === undefined ? path : t(`parameter.${key}`)
}

export const valueWords = (value: ParameterValue, t: Words): string =>
  typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value)
