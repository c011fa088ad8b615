import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { counts, quadraticKappa } from '@/lib/grading/rubric/metrics'
import { agrees, refitWeights } from '@/lib/grading/rubric/train'
import { explain, trainedModel } from '@/questions/rnn-gradient/explain'
import rawModel from '@/questions/rnn-gradient/rubric.model.json' with { type: 'json' }
import { type LabelledAnswer, readWholeCorpus, trainingDigest, trainingRows } from '@/scripts/rubric-corpus'

const folder = path.resolve(import.meta.dirname, '../../../fixtures/rubric-corpus')
const corpus = readWholeCorpus(folder)
const rows = new Map(corpus.map((answer) => [answer.id, trainingRows(answer)]))

/**
 * Every answer graded by weights that have not seen its writer, nor three others: a quarter of the fits. Temperature and
 * thresholds are the committed ones.
 */
function leaveWritersOut() {
  const writers = [...new Set(corpus.map(({ writer }) => writer))].sort()
  const groups = Math.ceil(writers.length / 4)
  return Array.from({ length: groups }, (_, group) => {
    const left = new Set(writers.filter((_writer, index) => index % groups === group))
    const model = refitWeights(
      corpus.filter(({ writer }) => !left.has(writer)).flatMap((answer) => rows.get(answer.id) ?? []),
      trainedModel(),
    )
    return corpus
      .filter(({ writer }) => left.has(writer))
      .map((answer) => ({ answer, grade: explain(answer.params, answer.answer, {}, model) }))
  }).flat()
}

const wanted = (answer: LabelledAnswer, id: string): number => answer.labels[id] ?? 0

describe('the grader on the corpus, leaving the writer out', () => {
  const judged = leaveWritersOut()
  const verdicts = judged.flatMap(({ answer, grade }) =>
    grade.criteria.map((criterion) => ({
      id: criterion.id,
      score: criterion.score,
      decision: criterion.decision,
      label: wanted(answer, criterion.id),
    })),
  )

  // Floors, well under what is reached: they catch a break, they do not state the quality (npm run rubric:eval does).
  it('agrees with the markers on criteria and totals', () => {
    const ids = [...new Set(verdicts.map(({ id }) => id))]
    const f1 = ids.map((id) => {
      const own = verdicts.filter((row) => row.id === id)
      return counts(
        own.map(({ score }) => score),
        own.map(({ label }) => label),
        0.5,
      ).f1
    })
    expect(f1.reduce((a, b) => a + b, 0) / f1.length).toBeGreaterThan(0.8)
    const totals = judged.map(({ grade }) => grade.criteria.reduce((sum, { score }) => sum + score, 0))
    const labels = judged.map(({ answer, grade }) =>
      grade.criteria.reduce((sum, { id }) => sum + wanted(answer, id), 0),
    )
    const halves = (values: readonly number[]) => values.map((value) => Math.round(2 * value))
    expect(quadraticKappa(halves(totals), halves(labels))).toBeGreaterThan(0.85)
  })

  it('seldom errs where it decides alone, and decides much', () => {
    const decided = verdicts.filter(({ decision }) => decision !== 'unsure')
    const agreed = decided.filter(({ score, label }) => agrees(score, label)).length
    expect(agreed / Math.max(1, decided.length)).toBeGreaterThan(0.95)
    expect(decided.length / verdicts.length).toBeGreaterThan(0.5)
  })

  it('hardly ever lets an attack earn anything without a person', () => {
    const attacks = judged.filter(({ answer }) => answer.attack)
    const undeserved = attacks.flatMap(({ answer, grade }) =>
      grade.criteria.filter(
        ({ id, score, decision }) => wanted(answer, id) === 0 && score > 0 && decision !== 'unsure',
      ),
    )
    expect(undeserved).toEqual([])
  })
})

describe('the committed model', () => {
  it('is what training makes of the corpus: npm run rubric:train', () => {
    expect(rawModel.trainedOn).toBe(trainingDigest([...rows.values()].flat()))
  })
})

describe('edits that change no meaning', () => {
  const sample = corpus.filter((_, index) => index % 8 === 0)
  const total = (answer: LabelledAnswer, text: string) =>
    explain(answer.params, text, {}).criteria.map(({ score }) => score)
  const flips = (edit: (text: string) => string): number => {
    let changed = 0
    let all = 0
    for (const answer of sample) {
      const before = total(answer, answer.answer)
      const after = total(answer, edit(answer.answer))
      before.forEach((score, index) => {
        all += 1
        if (score !== after[index]) changed += 1
      })
    }
    return changed / all
  }

  it.each([
    ['decomposed Hangul', (text: string) => text.normalize('NFD'), 0],
    [
      'full-width letters',
      (text: string) => text.replace(/[A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
      0,
    ],
    ['capitals', (text: string) => text.toUpperCase(), 0.02],
    [
      'spaces between Korean words removed',
      (text: string) => text.replace(/([가-힣]) (?=[가-힣])/g, '$1'),
      0.05,
    ],
    ['invisible characters', (text: string) => text.replace(/([가-힣a-z])(?=[가-힣a-z])/g, '$1\u200b'), 0],
  ])('%s', (_, edit, most) => {
    expect(flips(edit)).toBeLessThanOrEqual(most)
  })
})
