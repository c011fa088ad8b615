import { defineQuestion } from '@/lib/question/define-question'
import { effort } from './effort'
import { fields } from './fields'
import { figure } from './figure'
import { enumerate, generate } from './generate'
import { grade } from './grade'
import { learn } from './learn'
import { mistakes } from './mistakes'
import { paramsSchema, responseSchema } from './params'
import { reference } from './reference'
import { settingWords } from './setting-words'
import { settingsSchema } from './settings'
import { solution } from './solution'
import { statement } from './statement'

/** Why the gradient vanishes, explodes or does neither in an RNN with one hidden layer. */
export const rnnGradient = defineQuestion({
  slug: 'rnn-gradient',
  version: '3',
  title: { ko: 'RNN의 기울기', en: 'Gradients in an RNN' },
  settings: settingsSchema,
  settingWords,
  params: paramsSchema,
  response: responseSchema,
  generate,
  enumerate,
  statement,
  figure,
  fields,
  grade,
  solution,
  reference,
  mistakes,
  learn,
  effort,
})
