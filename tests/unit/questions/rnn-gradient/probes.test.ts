import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyRubric } from '@/lib/grading/rubric/apply-rubric'
import { caseOf, explain, preparedRubric } from '@/questions/rnn-gradient/explain'
import { paramsSchema } from '@/questions/rnn-gradient/params'

const folder = path.resolve(import.meta.dirname, '../../../fixtures/rubric-probes')
const linesOf = (name: string): string[] =>
  fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean)

/** The prompts of the corpus by their names. */
const prompts = {
  P1: { activation: 'tanh', recurrentWeight: null, sequenceLength: null, hiddenLayers: 1 },
  P2: { activation: 'sigmoid', recurrentWeight: 0.9, sequenceLength: 50, hiddenLayers: 1 },
  P3: { activation: 'relu', recurrentWeight: 1.5, sequenceLength: 60, hiddenLayers: 1 },
}
const paramsOf = (line: string) => paramsSchema.parse(prompts[line.slice(0, 2) as keyof typeof prompts])

// Floors under what is reached, as for the corpus.
describe('answers that deserve nothing or next to nothing', () => {
  const criteria = linesOf('undeserving.txt').flatMap(
    (line) => explain(paramsOf(line), line.slice(3), {}).criteria,
  )
  const credited = criteria.filter(({ score }) => score > 0)

  it('seldom earn by the forced verdict', () => {
    expect(credited.length / criteria.length).toBeLessThan(0.12)
  })

  it('hardly ever earn without a person', () => {
    expect(credited.filter(({ decision }) => decision !== 'unsure').length / criteria.length).toBeLessThan(
      0.01,
    )
  })
})

describe('attacks', () => {
  const criteria = linesOf('attacks.txt').flatMap(
    (line) => explain(paramsOf(line), line.slice(3), {}).criteria,
  )
  const credited = criteria.filter(({ score }) => score > 0)

  it('hardly ever earn by the forced verdict', () => {
    expect(credited.length / criteria.length).toBeLessThan(0.03)
  })

  it('never earn without a person', () => {
    expect(credited.filter(({ decision }) => decision !== 'unsure')).toEqual([])
  })
})

describe('terse, odd and polite answers that deserve credit', () => {
  it('get it by the forced verdict', () => {
    const deserved = linesOf('deserving.txt').flatMap((line) => {
      const [head = '', text = ''] = line.split(/: (.*)/)
      const ids = head.slice(3).split(' ')
      return explain(paramsOf(line), text.replaceAll('\\n', '\n'), {}).criteria.filter(({ id }) =>
        ids.includes(id),
      )
    })
    expect(deserved.filter(({ score }) => score === 0).length / deserved.length).toBeLessThan(0.05)
  })
})

describe('ways of saying it that students may find', () => {
  it('are read as full by the grammar alone', () => {
    const missed = linesOf('sayings.txt').filter((line) => {
      const [head = '', text = ''] = line.split(/: (.*)/)
      const [verdict] = applyRubric(
        text,
        preparedRubric(),
        [head.slice(3)],
        caseOf(paramsOf(line)),
        [],
      ).criteria
      return verdict?.level !== 1
    })
    expect(missed.length / linesOf('sayings.txt').length).toBeLessThan(0.06)
  })
})
