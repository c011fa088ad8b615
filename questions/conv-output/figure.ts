import type { Figure } from '@/lib/question/figure'
import { convOutputKey, writePadding } from './arithmetic'
import type { ConvOutputParams } from './params'
import { partTitles, plainSize } from './wording'

type Stage = Extract<Figure, { kind: 'pipeline' }>['stages'][number]

const inputStage = (params: ConvOutputParams): Stage => {
  const size = plainSize(params.input)
  return { shape: 'grid', title: { ko: '입력', en: 'Input' }, detail: { ko: size, en: size } }
}

function convolutionStage({ kernel, stride, dilation }: ConvOutputParams): Stage {
  const size = plainSize(kernel)
  const spread =
    dilation > 1 ? { ko: `, 팽창률 ${dilation}`, en: `, dilation ${dilation}` } : { ko: '', en: '' }
  return {
    shape: 'operation',
    title: { ko: '합성곱', en: 'Convolution' },
    detail: { ko: `${size}, 스트라이드 ${stride}${spread.ko}`, en: `${size}, stride ${stride}${spread.en}` },
  }
}

const described = (stages: readonly Stage[], locale: 'ko' | 'en'): string =>
  stages.map(({ title, detail }) => `${title[locale]} ${detail[locale]}`).join(', ')

/** What is given: the input and the kernel. How they are joined is for the student to sketch. */
export function givenFigure(params: ConvOutputParams): Figure {
  const stages = [inputStage(params), convolutionStage(params)]
  return {
    kind: 'pipeline',
    alt: { ko: `주어진 것: ${described(stages, 'ko')}`, en: `Given: ${described(stages, 'en')}` },
    stages,
  }
}

/** The whole pipeline with its sizes; secret until release. */
export function solvedFigure(params: ConvOutputParams): Figure {
  const key = convOutputKey(params)
  const padded = plainSize(key.paddedSize)
  const output = plainSize(key.outputSize)
  const amount = writePadding(key.padding).replace('x', '×')
  const stages: Stage[] = [
    inputStage(params),
    {
      shape: 'padded-grid',
      title: partTitles.padding,
      detail: { ko: `p = ${amount}, ${padded}`, en: `p = ${amount}, ${padded}` },
    },
    convolutionStage(params),
    { shape: 'grid', title: { ko: '특징맵', en: 'Feature map' }, detail: { ko: output, en: output } },
  ]
  return {
    kind: 'pipeline',
    alt: { ko: `파이프라인: ${described(stages, 'ko')}`, en: `Pipeline: ${described(stages, 'en')}` },
    stages,
  }
}
