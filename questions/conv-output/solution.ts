import type { Solution } from '@/lib/question/contract'
import { solvedFigure } from './figure'
import type { ConvOutputParams } from './params'
import { steps } from './steps'

const formula = {
  ko: '출력의 한 변은 $o = \\left\\lfloor \\dfrac{n + 2p - k_{\\text{eff}}}{s} \\right\\rfloor + 1$이고, $k_{\\text{eff}} = d(k - 1) + 1$입니다.',
  en: 'One side of the output is $o = \\left\\lfloor \\dfrac{n + 2p - k_{\\text{eff}}}{s} \\right\\rfloor + 1$ with $k_{\\text{eff}} = d(k - 1) + 1$.',
}

/** The worked solution: the formula, this variant's numbers, and the finished pipeline. */
export function solution(params: ConvOutputParams): Solution {
  const lines = steps(params)
  const text = (locale: 'ko' | 'en') =>
    [formula[locale], ...lines.map((line) => `- ${line[locale]}`)].join('\n')
  const separated = (locale: 'ko' | 'en') => text(locale).replace('\n', '\n\n')
  return { text: { ko: separated('ko'), en: separated('en') }, figure: solvedFigure(params) }
}
