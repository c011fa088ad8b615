import fs from 'node:fs'
import path from 'node:path'
import { trainModel } from '@/lib/grading/rubric/train'
import { preparedRubric } from '@/questions/rnn-gradient/explain'
import { readWholeCorpus, trainingDigest, trainingRows } from './rubric-corpus'

/**
 * npm run rubric:train: fits the regression on every labelled writer of the corpus and writes the model's file, with a
 * digest of what it was trained on.
 */
const root = path.resolve(import.meta.dirname, '..')
const corpus = path.join(root, 'tests/fixtures/rubric-corpus')
const target = path.join(root, 'questions/rnn-gradient/rubric.model.json')

const { rubric } = preparedRubric().compiled
const rows = readWholeCorpus(corpus).flatMap(trainingRows)
const model = trainModel(rows, rubric)
fs.writeFileSync(target, `${JSON.stringify({ ...model, trainedOn: trainingDigest(rows) })}\n`)
console.error(`${path.relative(root, target)}: ${model.version}, temperature ${model.temperature}`)
console.error(JSON.stringify(model.thresholds))
