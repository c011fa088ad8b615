import type { Localized } from '@/lib/core/localized'
import { oncePer } from '@/lib/core/once-per'
import { type Axis, convOutputKey, isSquare } from './arithmetic'
import type { ConvOutputParams } from './params'
import { axisNames, texPadding, texSize } from './wording'

const axes: readonly Axis[] = ['height', 'width']

/** The same line for both axes where they agree, else one for each, named. */
function perAxis(alike: boolean, write: (axis: Axis) => string): Localized {
  if (alike) return { ko: `$${write('height')}$`, en: `$${write('height')}$` }
  const lines = (locale: 'ko' | 'en') =>
    axes.map((axis) => `${axisNames[axis][locale]}: $${write(axis)}$`).join(', ')
  return { ko: lines('ko'), en: lines('en') }
}

const step = (ko: string, en: string, work: Localized): Localized => ({
  ko: `${ko} ${work.ko}`,
  en: `${en} ${work.en}`,
})

/** The recomputation for this variant's numbers, one line a step. */
export const steps = oncePer(workedOut)

function workedOut(params: ConvOutputParams): readonly Localized[] {
  const { input, kernel, stride, dilation } = params
  const key = convOutputKey(params)
  const { effectiveKernel: span, padding, paddedSize, outputSize } = key
  const chosen = params.padding === 'same'
  const lines: Localized[] = []
  if (dilation > 1) {
    const work = perAxis(
      isSquare(kernel),
      (axis) => `k_{\\text{eff}} = ${dilation} \\cdot (${kernel[axis]} - 1) + 1 = ${span[axis]}`,
    )
    lines.push(step('팽창한 커널이 덮는 길이:', 'Length covered by the dilated kernel:', work))
  }
  if (chosen) {
    const work = perAxis(isSquare(kernel) && isSquare(input), (axis) => {
      const equation = `${input[axis]} = \\frac{${input[axis]} - ${span[axis]} + 2p}{${stride}} + 1`
      return `${equation} \\;\\Rightarrow\\; 2p = ${span[axis] - 1} \\;\\Rightarrow\\; p = ${padding[axis]}`
    })
    lines.push(step('크기가 그대로인 패딩:', 'Padding that keeps the size:', work))
  }
  const padded = perAxis(
    isSquare(input) && isSquare(padding),
    (axis) => `${input[axis]} + 2 \\cdot ${padding[axis]} = ${paddedSize[axis]}`,
  )
  lines.push(step('패딩한 입력:', 'Padded input:', padded))
  const output = perAxis(isSquare(paddedSize) && isSquare(span), (axis) => {
    const room = paddedSize[axis] - span[axis]
    const ratio = `\\frac{${paddedSize[axis]} - ${span[axis]}}{${stride}}`
    const whole = room % stride === 0 ? ratio : `\\left\\lfloor ${ratio} \\right\\rfloor`
    return `${whole} + 1 = ${outputSize[axis]}`
  })
  lines.push(step('특징맵:', 'Feature map:', output))
  const summary = `$p = ${texPadding(padding)}$, $${texSize(paddedSize)}$ → $${texSize(outputSize)}$`
  lines.push(step('정리하면:', 'In short:', { ko: summary, en: summary }))
  return lines
}
