import { type Rubric, rubricSchema } from '@/lib/grading/rubric/schema'
import { compositions } from './compositions'
import { concepts } from './concepts'
import { criteria } from './criteria'
import { macros } from './macros'
import { misconceptions } from './misconceptions'
import { paraphrases } from './paraphrases'
import { romanised } from './romanised'
import { sayings } from './sayings'
import { terms } from './terms'
import { withWords } from './with-words'

/** The rubric of the explanation as data: what an instructor can read and change. */
export const rubric: Rubric = rubricSchema.parse({
  id: 'rnn-gradient',
  version: 3,
  macros,
  terms,
  concepts: withWords(concepts, [paraphrases, romanised, sayings]),
  compositions,
  subject: ['SUBJECT', 'NAMEDNUM', 'POWER'],
  foreign: ['FOREIGN'],
  home: [
    'PERSTEP',
    'COUNT',
    'BACK',
    'UNROLL',
    'SEQLEN',
    'TIME',
    'RECUR',
    'EARLY',
    'LONGDEP',
    'POWER',
    'NAMEDNUM',
    'CLIP',
  ],
  recurrentOnly: true,
  criteria,
  misconceptions,
})
