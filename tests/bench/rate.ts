const ROUNDS = 7
const ROUND_MS = 250

/** Processor time of this process so far, milliseconds: what else runs on the machine does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Items done in a second of processor time. */
export function perSecond<Item>(items: readonly Item[], work: (item: Item) => unknown): number {
  let done = 0
  let elapsed = 0
  const start = processorMs()
  while (elapsed < ROUND_MS) {
    for (const item of items) work(item)
    done += items.length
    elapsed = processorMs() - start
  }
  return (done / elapsed) * 1000
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** One line of the report: how often a second answers are graded, and mathjs evaluates what is written in them. */
export interface RatioBench {
  readonly name: string
  readonly gradedPerSecond: number
  readonly mathjsPerSecond: number
  /** gradedPerSecond / mathjsPerSecond, measured in alternating rounds of one run. */
  readonly ratio: number
}

export function compare<Item>(
  name: string,
  items: readonly Item[],
  ours: (item: Item) => unknown,
  mathjs: (item: Item) => unknown,
): RatioBench {
  const graded: number[] = []
  const evaluated: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    graded.push(perSecond(items, ours))
    evaluated.push(perSecond(items, mathjs))
  }
  const gradedPerSecond = median(graded)
  const mathjsPerSecond = median(evaluated)
  return { name, gradedPerSecond, mathjsPerSecond, ratio: gradedPerSecond / mathjsPerSecond }
}
