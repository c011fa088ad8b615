import { defineQuestion } from '@/lib/question/define-question'
import { effortOf } from './effort'
import { fields } from './fields'
import { figure } from './figure'
import { enumerate, generate } from './generate'
import { grade } from './grade'
import { mistakes } from './mistakes'
import { networkOf, paramsSchema } from './params'
import { responseSchema } from './response'
import { settingWords } from './setting-words'
import { settingsProblem, settingsSchema } from './settings'
import { keyExpression, solution } from './solution'
import { statement } from './statement'

/** How many parameters does a fully connected network have? */
export const dnnParameters = defineQuestion({
  slug: 'dnn-parameters',
  version: '1.2.0',
  title: { ko: '신경망의 파라미터 수', en: 'Number of parameters of a network' },
  settings: settingsSchema,
  settingWords,
  settingsProblem,
  params: paramsSchema,
  response: responseSchema,
  generate,
  enumerate,
  statement,
  figure,
  fields: () => fields,
  grade,
  solution,
  reference: (params) => ({ total: keyExpression(networkOf(params)) }),
  mistakes: (params, { credit }) => mistakes(networkOf(params), credit),
  effort: (params) => effortOf(networkOf(params)),
})
