import { connectionsOf, type Network } from '@/lib/grading/parameter-count/network'

const digits = (count: number): number => String(count).length

/**
 * Work on the shortest honest way, in steps of the head: for each connection one for each of the three operations
 * (multiply, add the biases, add to the total), one for each pair of digits multiplied, and one for each digit written
 * down or added.
 */
export function effortOf(network: Network): number {
  return connectionsOf(network).reduce((effort, { from, to, weights, biases }) => {
    const multiplying = 1 + digits(from) * digits(to) + digits(weights)
    const addingBiases = biases === 0 ? 0 : 1 + digits(weights + biases)
    const addingUp = 1 + digits(weights + biases)
    return effort + multiplying + addingBiases + addingUp
  }, 0)
}
