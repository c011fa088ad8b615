import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { dnnParameters } from '@/questions/dnn-parameters'

interface Network {
  readonly inputs: number
  readonly hidden: readonly number[]
  readonly outputs: number
  readonly biases: boolean
}

/** What a deep-learning library counts in the model itself. */
function countParams({ inputs, hidden, outputs, biases: useBias }: Network): number {
  return tf.tidy(() => {
    const model = tf.sequential()
    // Zeros cost nothing to draw; only the shapes matter here.
    const zeros = { useBias, kernelInitializer: 'zeros' as const }
    for (const [index, units] of [...hidden, outputs].entries()) {
      model.add(
        tf.layers.dense(index === 0 ? { units, inputShape: [inputs], ...zeros } : { units, ...zeros }),
      )
    }
    return model.countParams()
  })
}

const full = (network: Network, total: string): number => dnnParameters.grade(network, { total }).score

describe('the key', () => {
  beforeAll(async () => {
    await tf.setBackend('cpu')
  })

  it('is what TensorFlow.js counts, on 2,000 generated networks', () => {
    for (let seed = 0; seed < 2_000; seed += 1) {
      const settings = seed % 4 === 0 ? { biases: false } : {}
      const network = dnnParameters.generate(`oracle ${seed}`, settings) as unknown as Network
      const counted = countParams(network)
      expect(full(network, String(counted))).toBe(1)
      expect(full(network, String(counted + 1))).toBeLessThan(1)
      expect(full(network, String(dnnParameters.reference(network).total))).toBe(1)
    }
  })

  it('is what TensorFlow.js counts on the network of the demo exam', () => {
    const demo = { inputs: 6, hidden: [5, 4], outputs: 3, biases: true }
    expect(countParams(demo)).toBe(74)
    expect(full(demo, '74')).toBe(1)
  })
})
