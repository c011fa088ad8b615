import { expect, it } from 'vitest'
import { minimise } from '@/lib/grading/rubric/minimise'

it('finds the lowest point of a long narrow valley', () => {
  const found = minimise(
    (at, gradient) => {
      const [x = 0, y = 0] = at
      gradient[0] = 2 * (x - 3)
      gradient[1] = 200 * (y + 1)
      return (x - 3) ** 2 + 100 * (y + 1) ** 2
    },
    [0, 0],
  )
  expect(found[0]).toBeCloseTo(3, 2)
  expect(found[1]).toBeCloseTo(-1, 2)
})

it('stays where it starts if that is the lowest point', () => {
  const found = minimise(
    (at, gradient) => {
      gradient[0] = 2 * (at[0] ?? 0)
      return (at[0] ?? 0) ** 2
    },
    [0],
  )
  expect([...found]).toEqual([0])
})
