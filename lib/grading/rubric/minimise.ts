/** A function's value at a point; its gradient is written into the second argument. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number

const memory = 8
const rounds = 300

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
/** a + factor · b, in a. */
const addTo = (a: Float64Array, factor: number, b: Float64Array): void => {
  for (let i = 0; i < a.length; i += 1) a[i] = (a[i] ?? 0) + factor * (b[i] ?? 0)
}
const largest = (a: Float64Array): number => a.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

interface Step {
  readonly moved: Float64Array
  readonly turned: Float64Array
  readonly scale: number
}

/** The direction of the next step: minus the gradient, bent by what the last steps told of the curvature. */
function direction(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const result = gradient.map((value) => -value)
  const shares: number[] = []
  for (let k = steps.length - 1; k >= 0; k -= 1) {
    const { moved, turned, scale } = steps[k] as Step
    const share = scale * dot(moved, result)
    shares[k] = share
    addTo(result, -share, turned)
  }
  const last = steps[steps.length - 1]
  if (last !== undefined) {
    const factor = 1 / (last.scale * dot(last.turned, last.turned))
    for (let i = 0; i < result.length; i += 1) result[i] = (result[i] ?? 0) * factor
  }
  steps.forEach(({ moved, turned, scale }, k) => {
    addTo(result, (shares[k] ?? 0) - scale * dot(turned, result), moved)
  })
  return result
}

/** Minimises a smooth convex function (L-BFGS, steps halved until it falls). No chance: same function, same result. */
export function minimise(objective: Objective, start: ArrayLike<number>): Float64Array {
  let at = Float64Array.from(start)
  let gradient = new Float64Array(at.length)
  let value = objective(at, gradient)
  const steps: Step[] = []
  for (let round = 0; round < rounds && largest(gradient) > 0.003; round += 1) {
    const way = direction(gradient, steps)
    const slope = dot(way, gradient)
    if (slope >= 0) break
    let length = steps.length === 0 ? Math.min(1, 1 / largest(gradient)) : 1
    const next = new Float64Array(at.length)
    const nextGradient = new Float64Array(at.length)
    let nextValue = Number.POSITIVE_INFINITY
    for (; length > 1e-12; length /= 2) {
      next.set(at)
      addTo(next, length, way)
      nextValue = objective(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
    }
    if (!(nextValue < value)) break
    const moved = next.map((x, i) => x - (at[i] ?? 0))
    const turned = nextGradient.map((x, i) => x - (gradient[i] ?? 0))
    const curvature = dot(moved, turned)
    if (curvature > 1e-12) {
      steps.push({ moved, turned, scale: 1 / curvature })
      if (steps.length > memory) steps.shift()
    }
    at = next
    gradient = nextGradient
    value = nextValue
  }
  return at
}
