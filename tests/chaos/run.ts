import { differing, falselySaved, gradedWrongly, lostOf, revisionsOf } from './aftermath'
import { readSheet } from './answers'
import { compareRestored } from './compare'
import { type FaultName, faults } from './faults'
import { handInPage } from './hand-in'
import { sitDown } from './sitting'
import { waitFor } from './wait'
import { chanceOf, type World } from './world'

/** What became of one run. */
export interface Outcome {
  readonly seed: number
  readonly fault: FaultName
  readonly acknowledged: number
  readonly lost: number
  /** How long before the fault something was typed that did not come back. */
  readonly lostMs: number
  /** From the end of the fault until the page had everything saved. */
  readonly recoveryMs: number
  /** In words, whatever is not as promised; empty in a good run. */
  readonly complaints: readonly string[]
}

/** What is promised: work that was typed longer ago than this survives any fault. */
const PROMISED_MS = 2_000

/** One student, one attempt, one fault; the seed decides everything but the machine's own timing. */
export async function runOnce(world: World, seed: number, fault: FaultName): Promise<Outcome> {
  const { losesPage, strike } = faults[fault]
  const rng = chanceOf(seed)
  world.network.acknowledged.length = 0
  world.network.loseReplies = 0
  world.network.delay = 0
  const sitting = await sitDown(world, rng)
  await sitting.work(rng.int(2, 6))

  let struckAt = performance.now()
  await strike(sitting, () => {
    struckAt = performance.now()
  })
  const over = performance.now()
  await sitting.untilSaved()
  const recoveryMs = performance.now() - over
  const complaints: string[] = []
  const restored = await readSheet(sitting.page())
  // Where the page survived, what was typed during the fault counts as well.
  const { lostMs, garbled } = compareRestored(sitting.typed, restored, losesPage ? struckAt : over)
  if (lostMs > (losesPage ? PROMISED_MS : 0))
    complaints.push(`work typed ${Math.round(lostMs)} ms before the fault is lost`)
  if (garbled.length > 0) complaints.push(`never typed: ${garbled.join(', ')}`)

  await sitting.work(rng.int(1, 2))
  await sitting.untilSaved()
  const final = await readSheet(sitting.page())
  const revisions = await revisionsOf(sitting)
  const wrong = differing(final, revisions)
  if (wrong.length > 0) complaints.push(`the database has something else for problem ${wrong.join(', ')}`)
  const lost = lostOf(world.network.acknowledged, revisions)
  if (lost.length > 0) complaints.push(`${lost.length} acknowledged revisions are lost`)
  complaints.push(
    ...falselySaved(sitting.witness.sawSaved, revisions).map((text) => `"saved" was shown for ${text}`),
  )

  await handInPage(sitting.page())
  await waitFor('the grades', async () => {
    const { rows } = await world.services.database.pool.query(
      'SELECT graded_at FROM attempts WHERE id = $1',
      [sitting.attemptId],
    )
    return rows[0]?.graded_at
  })
  complaints.push(...(await gradedWrongly(sitting)))
  const after = differing(final, await revisionsOf(sitting))
  if (after.length > 0) complaints.push(`handing in changed problem ${after.join(', ')}`)
  for (const page of world.browser.context().pages()) if (!page.url().startsWith('about:')) await page.close()
  return {
    seed,
    fault,
    acknowledged: world.network.acknowledged.length,
    lost: lost.length,
    lostMs,
    recoveryMs,
    complaints,
  }
}
