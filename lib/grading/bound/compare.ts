/** One per cent: a value and its reading on a calculator with three digits are the same answer. */
export const relativeTolerance = 0.01

/** The tolerance as a distance between natural logarithms. */
export const logTolerance = Math.log(1 + relativeTolerance)

/** Whether two positive values, given by their logarithms, are the same within the tolerance. */
export const sameMagnitude = (log: number, other: number): boolean =>
  Number.isFinite(log) && Number.isFinite(other) && Math.abs(log - other) <= logTolerance + 1e-9
