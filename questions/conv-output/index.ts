import { defineQuestion } from '@/lib/question/define-question'
import { effort } from './effort'
import { fields } from './fields'
import { givenFigure } from './figure'
import { enumerate, generate } from './generate'
import { grade } from './grade'
import { mistakes } from './mistakes'
import { convOutputParamsSchema } from './params'
import { reference } from './reference'
import { convOutputResponseSchema } from './response'
import { settingWords } from './setting-words'
import { settingsProblem } from './settings'
import { settingsFields } from './settings-fields'
import { solution } from './solution'
import { statement } from './statement'

/** Padding, padded size and output size of one convolution, with a sketch of the pipeline. */
export const convOutput = defineQuestion({
  slug: 'conv-output',
  version: '4',
  title: { ko: '패딩과 특징맵의 크기', en: 'Padding and feature map size' },
  settings: settingsFields,
  settingWords,
  settingsProblem,
  params: convOutputParamsSchema,
  response: convOutputResponseSchema,
  generate,
  enumerate,
  statement,
  figure: givenFigure,
  fields,
  grade,
  solution,
  reference,
  mistakes,
  effort,
})
