import path from 'node:path'
import { grammarModel, type Model } from '@/lib/grading/rubric/model'
import { trainModel } from '@/lib/grading/rubric/train'
import { explain, preparedRubric, trainedModel } from '@/questions/rnn-gradient/explain'
import { type LabelledAnswer, readCorpus, readWholeCorpus, trainingRows } from './rubric-corpus'
import { evaluate, type Judged } from './rubric-report'

/**
 * npm run rubric:eval -- [ANSWERS.jsonl LABELS.jsonl] [--leave-one-writer-out] [--grammar] [--ids]
 * Without files: the corpus that the model is trained on.
 */
const args = process.argv.slice(2)
const [answersFile, labelsFile, more] = args.filter((arg) => !arg.startsWith('--'))
if ((answersFile === undefined) !== (labelsFile === undefined) || more !== undefined) {
  console.error(
    'usage: npm run rubric:eval -- [ANSWERS.jsonl LABELS.jsonl] [--leave-one-writer-out] [--grammar] [--ids]',
  )
  process.exit(2)
}
const ownCorpus = path.resolve(import.meta.dirname, '../tests/fixtures/rubric-corpus')
const corpus =
  answersFile === undefined || labelsFile === undefined
    ? readWholeCorpus(ownCorpus)
    : readCorpus(answersFile, labelsFile)
const { rubric } = preparedRubric().compiled

function judge(answers: readonly LabelledAnswer[], model: Model): Judged[] {
  return answers.map((answer) => {
    const from = performance.now()
    const grade = explain(answer.params, answer.answer, {}, model)
    const ms = performance.now() - from
    const again = JSON.stringify(explain(answer.params, answer.answer, {}, model))
    return { answer, grade, ms, identical: again === JSON.stringify(grade) }
  })
}

/** So many answers until the code that grades is compiled. */
const warmUp = 1000

let judged: Judged[]
if (args.includes('--leave-one-writer-out')) {
  const rows = new Map(corpus.map((answer) => [answer.id, trainingRows(answer)]))
  const writers = [...new Set(corpus.map((answer) => answer.writer))].sort()
  judged = writers.flatMap((writer) => {
    const others = corpus
      .filter((answer) => answer.writer !== writer)
      .flatMap((answer) => rows.get(answer.id) ?? [])
    return judge(
      corpus.filter((answer) => answer.writer === writer),
      trainModel(others, rubric),
    )
  })
} else {
  // What runs until the machine is warm is not timed.
  const model = args.includes('--grammar') ? grammarModel(rubric.id, rubric.version) : trainedModel()
  for (let graded = 0; graded < warmUp; graded += Math.max(1, corpus.length)) judge(corpus, model)
  judged = judge(corpus, model)
}
process.stdout.write(evaluate(judged, args.includes('--ids')))
