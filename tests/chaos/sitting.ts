import type { Page } from '@playwright/test'
import type { Rng } from '@/lib/core/rng'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { readSheet, type Sheet } from './answers'
import { goTo, nextStep } from './student'
import { waitFor } from './wait'
import { newWitness, type Witness } from './witness'
import type { World } from './world'

/** What stood on the page after a step, and when (monotonic milliseconds). */
export interface Typed {
  readonly at: number
  readonly sheet: Sheet
}

/** One attempt that a student sits, over crashes and new pages. */
export interface Sitting {
  readonly world: World
  readonly rng: Rng
  readonly attemptId: string
  readonly witness: Witness
  readonly typed: Typed[]
  page(): Page
  /** Types some steps; ends early and silently where the page dies meanwhile. */
  work(steps: number): Promise<void>
  /** A new page on the attempt, at work once this resolves. */
  open(): Promise<Page>
  untilSaved(): Promise<void>
}

export async function sitDown(world: World, rng: Rng): Promise<Sitting> {
  const { id: userId, examId } = world.student
  const started = await startAttempt(world.services.deps, { examId, userId })
  if (!started.ok) throw new Error(`could not start: ${started.error.kind}`)
  const { attemptId } = started.value
  const witness = newWitness()
  const typed: Typed[] = []
  let page: Page

  const seat = async () => {
    const { rows } = await world.services.database.pool.query('SELECT seat FROM attempts WHERE id = $1', [
      attemptId,
    ])
    return rows[0]?.seat as number
  }
  const open = async () => {
    const before = await seat()
    page = await world.browser.context().newPage()
    await witness.watch(page)
    await page.goto(`${world.url}/attempts/${attemptId}`)
    await waitFor('the seat', async () => (await seat()) > before)
    await page.locator('input[id^=answer-]:not([readonly])').first().waitFor({ state: 'attached' })
    return page
  }
  await open()
  typed.push({ at: performance.now(), sheet: await readSheet(page!) })
  return {
    world,
    rng,
    attemptId,
    witness,
    typed,
    page: () => page,
    open,
    async work(steps) {
      const here = page
      for (let i = 0; i < steps; i += 1) {
        const step = nextStep(rng)
        try {
          await goTo(here, step.position)
          await step.perform(here)
          const sheet = await readSheet(here)
          typed.push({ at: performance.now(), sheet })
        } catch (error) {
          if (here !== page || here.isClosed()) return
          throw error
        }
      }
    },
    async untilSaved() {
      const sign = page.getByTestId('save-state')
      await waitFor('everything to be saved', async () => (await sign.getAttribute('data-state')) === 'saved')
    },
  }
}
