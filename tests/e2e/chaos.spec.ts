import type { FaultName } from '../chaos/faults'
import { runOnce } from '../chaos/run'
import { buildWorld, type World } from '../chaos/world'
import { expect, test } from './test'

/** A small slice of `npm run chaos`, on a server and a database of its own, so that nobody else's break. */
const slice: readonly FaultName[] = [
  'tab crashed',
  'browser killed',
  'offline',
  'server killed',
  'database crashed',
  'client asleep',
  'replies lost',
  'slow network',
  'taken over',
]

let world: World
test.describe('what is saved survives', () => {
  test.describe.configure({ mode: 'serial' })

  test.beforeAll(async () => {
    // A database, a server and a browser are started, beside those of the other tests.
    test.setTimeout(240_000)
    world = await buildWorld('chaos-e2e')
  })
  test.afterAll(() => world?.close())

  for (const [i, fault] of slice.entries()) {
    test(fault, async () => {
      const outcome = await runOnce(world, i + 1, fault)
      expect(outcome.complaints).toEqual([])
      expect(outcome.acknowledged).toBeGreaterThan(0)
    })
  }
})
