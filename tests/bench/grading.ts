import { existsSync } from 'node:fs'
import { benchExpressions } from './grading-expressions'
import { benchSizes } from './grading-sizes'

/** One line of the report; a line without mathjs grades something that mathjs has no counterpart for. */
interface Line {
  readonly name: string
  readonly gradedPerSecond: number
  readonly mathjsPerSecond?: number
  readonly ratio?: number
}

const explanations = new URL('./grading-explanations.ts', import.meta.url)

/** The explanations' bench, where there is one. */
async function explanationLines(): Promise<readonly Line[]> {
  if (!existsSync(explanations)) return []
  const bench: { benchExplanations(): readonly Line[] | Promise<readonly Line[]> } = await import(
    explanations.href
  )
  return bench.benchExplanations()
}

const count = (value: number | undefined): string =>
  (value === undefined ? '–' : Math.round(value).toLocaleString('en')).padStart(12)

console.log(
  `${'answers'.padEnd(40)}${'graded/s'.padStart(12)}${'mathjs/s'.padStart(12)}${'ratio'.padStart(9)}`,
)
for (const line of [
  ...benchExpressions(),
  ...benchSizes(),
  ...(await explanationLines()),
] as readonly Line[]) {
  const ratio = line.ratio === undefined ? '–' : `${line.ratio.toFixed(2)}x`
  console.log(
    `${line.name.padEnd(40)}${count(line.gradedPerSecond)}${count(line.mathjsPerSecond)}${ratio.padStart(9)}`,
  )
}
