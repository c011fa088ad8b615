import { registry } from '@/questions/registry'
import { type GradeLine, gradeLine, LineProblem } from './grade-line'
import { readLines } from './read-lines'

/**
 * The grading command: JSON Lines in, one line of JSON out for each, in order. Answers are graded whatever they hold;
 * a line that is not a task at all ends the run with its number.
 */
export async function main(): Promise<void> {
  let number = 0
  // Reported to write() below as well; without a listener it would end the process with a stack trace.
  process.stdout.on('error', () => {})
  try {
    for await (const line of readLines(process.stdin)) {
      number += 1
      const text = line.trim()
      if (text === '') continue
      await write(gradeLine(registry, text))
    }
  } catch (error) {
    if (isClosedPipe(error)) return
    process.stderr.write(`line ${number}: ${describe(error)}\n`)
    process.exitCode = 1
  }
}

/** Waits where the reader is slower than we are. */
function write(line: GradeLine): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, (error) => (error ? reject(error) : resolve()))
  })
}

function describe(error: unknown): string {
  if (error instanceof LineProblem) return error.message
  return `the grader failed: ${error instanceof Error ? error.stack : String(error)}`
}

/** The reader has seen enough (`… | head -1`), which is its right. */
const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
