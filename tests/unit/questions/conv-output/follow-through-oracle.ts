/**
 * The rule of docs/follow-through.md for square inputs and kernels, written from that page alone: one axis, plain
 * numbers, null for a part without a value.
 */
export interface Case {
  readonly n: number
  readonly k: number
  readonly s: number
  /** Right padding. */
  readonly p: number
  readonly chosen: boolean
}

export type Expected = 'correct' | 'follow-through' | 'neither'

const rightPadded = ({ n, p }: Case): number => n + 2 * p
const rightOutput = (given: Case): number => Math.floor((rightPadded(given) - given.k) / given.s) + 1

export function expectedPadded(given: Case, p: number | null, N: number): Expected {
  if (N === rightPadded(given)) return 'correct'
  if (!given.chosen || p === null || p === given.p || p < 0) return 'neither'
  const trivial = p === 0 && given.p > 0
  return !trivial && N === given.n + 2 * p ? 'follow-through' : 'neither'
}

/** Whether an output may follow from this padded size at all (rules 3 and 4). */
function leadsOn(given: Case, N: number): boolean {
  const { n, k, s, p } = given
  if (N < n || N < k) return false
  if ((rightPadded(given) - k) % s === 0 && (N - k) % s !== 0) return false
  if (N === n && p > 0) return false
  return !(N === k && rightPadded(given) > k)
}

export function expectedOutput(given: Case, p: number | null, N: number | null, O: number): Expected {
  if (O === rightOutput(given)) return 'correct'
  const from = (padded: number) => Math.floor((padded - given.k) / given.s) + 1
  if (N !== null && N !== rightPadded(given) && leadsOn(given, N) && O === from(N)) return 'follow-through'
  if (given.chosen && p !== null && p !== given.p && p > 0) {
    const padded = given.n + 2 * p
    if (leadsOn(given, padded) && O === from(padded)) return 'follow-through'
  }
  return 'neither'
}
