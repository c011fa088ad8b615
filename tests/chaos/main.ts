import { parseArgs } from 'node:util'
import { type FaultName, faultNames } from './faults'
import { report } from './report'
import { type Outcome, runOnce } from './run'
import { buildWorld, type World } from './world'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    /** One fault alone; else they take turns. */
    fault: { type: 'string' },
  },
})
const named = values.fault
if (named !== undefined && !(faultNames as string[]).includes(named)) {
  console.error(`There is no fault "${named}": use one of ${faultNames.join(', ')}.`)
  process.exit(1)
}

const faultOf = (seed: number): FaultName =>
  (named as FaultName | undefined) ?? faultNames[seed % faultNames.length] ?? 'tab closed'

/** For finding out: the words on the page of a run that came to a halt. */
async function shownIn({ browser }: World): Promise<string> {
  try {
    const page = browser.context().pages().at(-1)
    page?.setDefaultTimeout(3_000)
    return ((await page?.locator('body').innerText()) ?? 'nothing').replace(/\s+/g, ' ').slice(0, 1_500)
  } catch (error) {
    return String(error)
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
let world = await buildWorld(`chaos-${process.pid}`)
const outcomes: Outcome[] = []
const first = Number(values.seed)
for (let seed = first; seed < first + Number(values.runs); seed += 1) {
  const fault = faultOf(seed)
  const started = performance.now()
  let outcome: Outcome
  try {
    outcome = await runOnce(world, seed, fault)
  } catch (error) {
    const complaints = [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
      `the page shows: ${await shownIn(world)}`,
    ]
    outcome = { seed, fault, acknowledged: 0, lost: 0, lostMs: 0, recoveryMs: 0, complaints }
    // Whatever state it broke in is of no use to the next run.
    await world.close().catch(() => undefined)
    world = await buildWorld(`chaos-${process.pid}`)
  }
  outcomes.push(outcome)
  const took = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${String(seed).padStart(5)}  ${fault.padEnd(24)}  ${took.padStart(5)} s  ${String(outcome.acknowledged).padStart(3)} acknowledged`,
  )
  for (const complaint of outcome.complaints) console.log(`       ! ${complaint}`)
}
await world.close()

console.log(`\n${report(outcomes)}\n`)
const broken = outcomes.filter(({ complaints }) => complaints.length > 0)
for (const { seed, fault } of broken) {
  console.log(
    `To see it again: npm run chaos -- --runs 1 --seed ${seed}${named ? ` --fault "${fault}"` : ''}`,
  )
}
process.exit(broken.length === 0 ? 0 : 1)
