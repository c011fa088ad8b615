import { err, ok, type Result } from '@/lib/core/result'
import { isWhole } from '@/lib/grading/exact/fraction'
import { readExact } from '@/lib/grading/expression/read-exact'
import { evenOut } from './even-out'
import { longestSize } from './read-pair'
import type { SizeProblem } from './size-problem'

/** "s =", "보폭:", "stride" before the number. */
const name = /^\s*(?:stride|s|보폭|스트라이드|dilation|d|팽창률?)?(?:은|는)?[\s:]*=?/i

/** The text without the name of what it counts, unit for unit. */
export const withoutCountName = (text: string): string =>
  evenOut(text).text.replace(name, (found) => ' '.repeat(found.length))

const digits = /^ *(\d{1,9}) *$/

/** One whole number, also as an expression or with its name: 1, s=1, 보폭 1, 2*2. */
export function readInteger(text: string): Result<bigint, SizeProblem> {
  if (text.length > longestSize) return err({ kind: 'size-too-long', at: longestSize })
  const [, plain] = digits.exec(text) ?? []
  if (plain !== undefined) return ok(BigInt(plain))
  const read = readExact(withoutCountName(text))
  if (!read.ok) return read
  return isWhole(read.value) ? ok(read.value.n) : err({ kind: 'not-whole', at: 0 })
}
