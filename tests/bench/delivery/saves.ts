import { connections, save } from './client'
import { heading, line, spread } from './report'
import type { Working } from './world'

/** Students who save without a pause, the length of a round, and how often the two servers take turns. */
const CALLERS = 32
const ROUND_MS = 3_000
const ROUNDS = 4

async function round(
  url: string,
  students: readonly Working[],
): Promise<{ perSecond: number; sample: number[] }> {
  const agent = connections()
  const sample: number[] = []
  const start = performance.now()
  await Promise.all(
    students.slice(0, CALLERS).map(async (student, i) => {
      for (let count = i; performance.now() - start < ROUND_MS; count += 1) {
        sample.push(await save(agent, url, student, count))
      }
    }),
  )
  const took = (performance.now() - start) / 1_000
  agent.destroy()
  return { perSecond: sample.length / took, sample }
}

/** The whole save path of the product against the bare server, in turns on the same database. */
export async function benchSaves(product: string, bare: string, students: readonly Working[]): Promise<void> {
  heading(
    `Saves: ${CALLERS} students without a pause, ${ROUNDS} rounds of ${ROUND_MS / 1000} s each in turns`,
  )
  const all = { product: [] as number[], bare: [] as number[] }
  const rates = { product: 0, bare: 0 }
  // Once each unmeasured: plans, caches and compiled code.
  await round(product, students)
  await round(bare, students)
  for (let i = 0; i < ROUNDS; i += 1) {
    for (const name of ['product', 'bare'] as const) {
      const { perSecond, sample } = await round(name === 'product' ? product : bare, students)
      rates[name] += perSecond / ROUNDS
      all[name].push(...sample)
    }
  }
  for (const name of ['product', 'bare'] as const) {
    line(name, `${rates[name].toFixed(0)} saves/s, ${spread(all[name])}`)
  }
  line('product against bare', `${(rates.product / rates.bare).toFixed(2)}x (aim: at least 0.5x)`)
}
