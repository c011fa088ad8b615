import { equalFractions, type Fraction } from '@/lib/grading/exact/fraction'
import type { Size } from '@/lib/grading/sizes/size'

export const sameSize = (a: Size, b: Size): boolean =>
  equalFractions(a.height, b.height) && equalFractions(a.width, b.width)

/** Equal, or the second is the first rounded to a whole number: 5/2 = 2 and 5/2 = 3 both are what people write. */
function sideHolds(before: Fraction, after: Fraction): boolean {
  if (equalFractions(before, after)) return true
  if (before.d === 1n || after.d !== 1n) return false
  const difference = before.n - after.n * before.d
  return difference < before.d && difference > -before.d
}

/** Whether two sizes may stand on the two sides of an equals sign. */
export const holds = (before: Size, after: Size): boolean =>
  sideHolds(before.height, after.height) && sideHolds(before.width, after.width)

/** 68x68 = 4624 counts the pixels of a size. */
export const isAreaOf = ({ height, width }: Size, area: Size): boolean =>
  equalFractions(area.height, area.width) && area.height.d === 1n && height.n * width.n === area.height.n
