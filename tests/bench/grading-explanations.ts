import fs from 'node:fs'
import path from 'node:path'
import { explain } from '@/questions/rnn-gradient/explain'
import { paramsSchema } from '@/questions/rnn-gradient/params'

/** How many explanations a second one core grades, on the answers of the corpus. */
export interface ExplanationBench {
  readonly name: string
  readonly gradedPerSecond: number
  readonly answers: number
  readonly meanLength: number
}

const ROUNDS = 7
const ROUND_MS = 300

const corpus = path.resolve(import.meta.dirname, '../fixtures/rubric-corpus/answers.jsonl')

function readAnswers(): { params: ReturnType<typeof paramsSchema.parse>; answer: string }[] {
  return fs
    .readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { params, answer } = JSON.parse(line)
      return { params: paramsSchema.parse(params), answer: String(answer) }
    })
}

/** The median of several rounds, after one round to warm up. */
export function benchExplanations(): ExplanationBench[] {
  const answers = readAnswers()
  const rates: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const from = performance.now()
    let graded = 0
    while (performance.now() - from < ROUND_MS) {
      for (const { params, answer } of answers) explain(params, answer, {})
      graded += answers.length
    }
    if (round > 0) rates.push((1000 * graded) / (performance.now() - from))
  }
  rates.sort((a, b) => a - b)
  const length = answers.reduce((sum, { answer }) => sum + answer.length, 0)
  return [
    {
      name: 'rnn-gradient explanations',
      gradedPerSecond: rates[Math.floor(rates.length / 2)] ?? 0,
      answers: answers.length,
      meanLength: Math.round(length / answers.length),
    },
  ]
}
