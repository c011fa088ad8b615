import { expect, test } from '@playwright/test'
import { type FaultName, faultNames } from '../chaos/faults'
import { runOnce } from '../chaos/run'
import { buildWorld, type World } from '../chaos/world'

/**
 * A small slice of `npm run chaos`, on a server and a database of its own, so that nobody else's break. The faults
 * that start the server anew take longest and stay with the long run, but for one.
 */
const slice = faultNames.filter((fault) => fault !== 'server and tab killed')

let world: World
test.describe('what is saved survives', () => {
  test.describe.configure({ mode: 'serial' })
  test.skip(({ isMobile }) => isMobile, 'the faults are the same at every width')

  test.beforeAll(async () => {
    world = await buildWorld('chaos-e2e')
  })
  test.afterAll(() => world?.close())

  for (const [i, fault] of slice.entries()) {
    test(fault, async () => {
      const outcome = await runOnce(world, i + 1, fault satisfies FaultName)
      expect(outcome.complaints).toEqual([])
      expect(outcome.acknowledged).toBeGreaterThan(0)
    })
  }
})
