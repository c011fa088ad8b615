import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { applyRubric } from '@/lib/grading/rubric/apply-rubric'
import { companyOf, featuresOf, manyUnexplained } from '@/lib/grading/rubric/features'
import type { LabelledCriterion } from '@/lib/grading/rubric/train'
import { behaviourOf } from '@/questions/rnn-gradient/behaviour'
import { criterionIds } from '@/questions/rnn-gradient/criteria'
import { caseOf, preparedRubric, shownTo } from '@/questions/rnn-gradient/explain'
import { numbersOf, type Params, paramsSchema } from '@/questions/rnn-gradient/params'

const answerSchema = z.object({
  id: z.string(),
  writer: z.string(),
  lang: z.string(),
  params: paramsSchema,
  answer: z.string(),
})
const labelSchema = z.object({
  id: z.string(),
  labels: z.record(z.string(), z.number().min(0).max(1)),
  holistic: z.number().optional(),
  attack: z.boolean().default(false),
})

export interface LabelledAnswer {
  readonly id: string
  readonly writer: string
  readonly lang: string
  readonly params: Params
  readonly answer: string
  readonly labels: Readonly<Record<string, number>>
  readonly attack: boolean
}

const lines = (file: string): unknown[] =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      try {
        return JSON.parse(line)
      } catch {
        throw new Error(`${file}, line ${index + 1}: not JSON`)
      }
    })

/** Answers joined with their labels; answers without labels are left out. */
export function readCorpus(answersFile: string, labelsFile: string): LabelledAnswer[] {
  const labels = new Map(
    lines(labelsFile)
      .map((line) => labelSchema.parse(line))
      .map((label) => [label.id, label]),
  )
  return lines(answersFile).flatMap((line) => {
    const answer = answerSchema.parse(line)
    const label = labels.get(answer.id)
    return label === undefined ? [] : [{ ...answer, labels: label.labels, attack: label.attack }]
  })
}

/** Every labelled answer of a folder: answers*.jsonl beside labels*.jsonl, in the order of their names. */
export function readWholeCorpus(folder: string): LabelledAnswer[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.startsWith('answers') && name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readCorpus(path.join(folder, name), path.join(folder, name.replace('answers', 'labels'))),
    )
}

const fittingCode = ['train', 'regression', 'model'].map((name) =>
  path.resolve(import.meta.dirname, `../lib/grading/rubric/${name}.ts`),
)

/**
 * Digest of all that a training depends on: its rows and the code that fits them. A model that carries the digest of
 * today's rows is what training makes of them today.
 */
export function trainingDigest(rows: readonly LabelledCriterion[]): string {
  const hash = createHash('sha256')
  for (const file of fittingCode) hash.update(fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
  for (const { features, ...row } of rows) {
    hash.update(JSON.stringify([row, features.marks]))
    hash.update(Int32Array.from(features.features, (value) => Math.round(value * 1e6)))
  }
  return hash.digest('hex')
}

/**
 * What training sees of an answer: one row for each criterion as read, and as it would be read by a lexicon that lacks
 * some of its forms. The lexicon's author has seen this corpus, so without the second kind the regression would learn
 * that the lexicon misses nothing.
 */
export function trainingRows(answer: LabelledAnswer): LabelledCriterion[] {
  return [
    rowsOf(answer),
    ...lapses.map((seed) => rowsOf(answer, (form) => mix(form, seed) % 100 < lapsePercent, lapseWeight)),
  ].flat()
}
const lapses = [1, 2]
const lapseWeight = 0.4
const lapsePercent = 15

/** Scatters form numbers, the same way everywhere. */
const mix = (form: number, seed: number): number => {
  let hash = Math.imul(form + 1, 2654435761) ^ Math.imul(seed, 1597334677)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** One row for each criterion of an answer. */
export function rowsOf(
  answer: LabelledAnswer,
  unknown?: (form: number) => boolean,
  weight = 1,
): LabelledCriterion[] {
  const ids = criterionIds[behaviourOf(answer.params)]
  const application = applyRubric(
    answer.answer,
    preparedRubric(),
    ids,
    caseOf(answer.params),
    shownTo(answer.params),
    unknown,
  )
  const company = companyOf(application)
  const unexplained = company.unexplained > manyUnexplained
  return application.criteria.map((verdict) => ({
    criterion: verdict.id,
    writer: answer.writer,
    features: featuresOf(application, company, verdict, numbersOf(answer.params) !== null),
    label: answer.labels[verdict.id] ?? 0,
    supported: verdict.support.length > 0,
    most: verdict.most,
    unexplained,
    weight,
  }))
}
