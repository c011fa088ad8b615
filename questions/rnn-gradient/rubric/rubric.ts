import { type Rubric, rubricSchema } from '@/lib/grading/rubric/schema'
import { compositions } from './compositions'
import { concepts } from './concepts'
import { criteria } from './criteria'
import { macros } from './macros'
import { misconceptions } from './misconceptions'
import { withParaphrases } from './paraphrases'
import { terms } from './terms'

/** The rubric of the explanation as data: what an instructor can read and change. */
export const rubric: Rubric = rubricSchema.parse({
  id: 'rnn-gradient',
  version: 1,
  macros,
  terms,
  concepts: withParaphrases(concepts),
  compositions,
  criteria,
  misconceptions,
})
