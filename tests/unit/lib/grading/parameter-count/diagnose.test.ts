import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateExact } from '@/lib/grading/expression/evaluate-exact'
import { readExpression } from '@/lib/grading/expression/read-expression'
import { type Diagnosis, diagnose } from '@/lib/grading/parameter-count/diagnose'
import type { Network } from '@/lib/grading/parameter-count/network'
import { slipId } from '@/lib/grading/parameter-count/slip'

const demo: Network = { sizes: [6, 5, 4, 3], biases: true }

function diagnosisOf(network: Network, text: string): Diagnosis {
  const read = readExpression(text)
  if (!read.ok) throw new Error(`${text}: ${read.error.kind}`)
  const value = evaluateExact(read.value.links[0])
  if (!value.ok) throw new Error(`${text}: ${value.error.kind}`)
  return diagnose(network, read.value.links[0], value.value.n)
}

const named = (network: Network, text: string): string => {
  const diagnosis = diagnosisOf(network, text)
  if (diagnosis.kind !== 'slips') return diagnosis.kind
  return diagnosis.slips.map((slip) => slipId(slip, network.sizes.length - 1)).join('+')
}

describe('diagnose', () => {
  it.each([
    '74',
    '(6×5+5)+(5×4+4)+(4×3+3)',
    '(6+1)*5+(5+1)*4+(4+1)*3',
    '5*(1+6)+24+5*3',
    '30+5+20+4+12+3',
    '6*5+5*4+4*3+5+4+3',
    '(30+20+12)+(5+4+3)',
    '35+24+15',
    '62+12',
    '3*5+4*6+5*7',
    '0*(6*5+5)+74',
    '80-6',
    '148/2',
  ])('takes %s as right', (text) => {
    expect(diagnosisOf(demo, text)).toEqual({ kind: 'correct' })
  })

  it.each([
    ['6*5+5*4+4*3', 'biases-missing'],
    ['62', 'biases-missing'],
    ['(6*5+5)+(5*4)+(4*3+3)', 'biases-missing-hidden-2'],
    ['3+4*3+5+4*5+5*6', 'biases-missing-hidden-2'],
    ['(6+1)*5+5*4+(4+1)*3', 'biases-missing-hidden-2'],
    ['35+20+15', 'biases-missing-hidden-2'],
    ['30+20+12+5+4', 'biases-missing-output'],
    ['(6*5+5)+(4*3+3)', 'connection-missing-hidden-2'],
    ['35+24', 'connection-missing-output'],
    ['(5*4+4)+(4*3+3)', 'connection-missing-hidden-1'],
    ['6*5+5*4', 'biases-missing+connection-missing-output'],
    ['6*5+5', 'connection-missing-hidden-2+connection-missing-output'],
    ['(6*5+5)+5*4+4*3', 'biases-missing-hidden-2+biases-missing-output'],
    ['(6*5+5)+(5*4+4)+(4*3+3)+6', 'input-biases-added'],
    ['(6*5+1)+(5*4+1)+(4*3+1)', 'one-bias-per-layer'],
    ['6*5+5*4+4*3+1', 'one-bias-in-all'],
    ['(6*5+6)+(5*4+5)+(4*3+4)', 'biases-per-sender'],
    ['5+4+3', 'weights-missing'],
    ['6+5+4+3', 'units-counted'],
    ['6*5*4*3', 'product-of-sizes'],
    ['(6+5)+(5+4)+(4+3)', 'biases-missing+sizes-added'],
    ['73', 'incorrect'],
    ['1000+1', 'incorrect'],
  ])('names the mistake in %s', (text, name) => {
    expect(named(demo, text)).toBe(name)
  })

  it.each([
    ['(6*5+5)+(5*4+4)+(4*4+3)', '4*4', ['weights 3']],
    ['((6×5)+5)+((5×4)+5)+((4×3)+3)', '5', ['biases 2']],
    ['35+25+15', '25', ['weights 2', 'biases 2']],
  ])('says which connection is wrong in %s', (text, written, units) => {
    const diagnosis = diagnosisOf(demo, text)
    if (diagnosis.kind !== 'partial') throw new Error(diagnosis.kind)
    const [wrong] = diagnosis.match.wrong
    expect(wrong && text.slice(wrong.term.start, wrong.term.end)).toBe(written)
    expect(wrong?.units.map(({ what, layer }) => `${what} ${layer}`)).toEqual(units)
    expect(diagnosis.share).toBeGreaterThan(0.5)
    expect(diagnosis.share).toBeLessThan(1)
  })

  it('gives nothing for addends that fit nowhere', () => {
    expect(diagnosisOf(demo, '6*5+1000+1000+1000').kind).toBe('incorrect')
  })

  it('reads layers of one size apart by their place', () => {
    const square: Network = { sizes: [5, 5, 5, 5], biases: true }
    expect(named(square, '(5*5+5)+5²+(5*5+5)')).toBe('biases-missing-hidden-2')
  })

  const networks = fc.record({
    sizes: fc.uniqueArray(fc.integer({ min: 11, max: 60 }), { minLength: 3, maxLength: 5 }),
    biases: fc.constant(true),
  })
  /** The connections in some order, each written in some way. */
  const written = (network: Network, drop: (layer: number, what: 'weights' | 'biases') => boolean) => {
    const parts = network.sizes.slice(1).map((to, index) => {
      const from = network.sizes[index] ?? 0
      const layer = index + 1
      const weights = drop(layer, 'weights')
        ? fc.constant('')
        : fc.constantFrom(`${from}*${to}`, `${to}×${from}`)
      if (drop(layer, 'biases')) return weights
      if (drop(layer, 'weights')) return fc.constant(`${to}`)
      return fc.oneof(
        weights.map((product) => `(${product}+${to})`),
        weights.map((product) => `${product}+${to}`),
        fc.constantFrom(`(${from}+1)*${to}`, `${to}(1+${from})`, `(${to}+${to}*${from})`),
      )
    })
    return fc
      .tuple(...parts)
      .chain((terms) =>
        fc.shuffledSubarray(terms.filter(Boolean), { minLength: terms.filter(Boolean).length }),
      )
      .map((terms) => terms.join(' + '))
  }

  it('takes the right sum in any order and grouping', () => {
    const answers = networks.chain((network) =>
      written(network, () => false).map((text) => ({ network, text })),
    )
    fc.assert(
      fc.property(answers, ({ network, text }) => {
        expect(diagnosisOf(network, text).kind).toBe('correct')
      }),
      { numRuns: 500 },
    )
  })

  it('names the layer whose biases are missing, in any order and grouping', () => {
    const answers = networks.chain((network) =>
      fc.integer({ min: 1, max: network.sizes.length - 1 }).chain((layer) =>
        written(network, (at, what) => at === layer && what === 'biases').map((text) => ({
          network,
          layer,
          text,
        })),
      ),
    )
    fc.assert(
      fc.property(answers, ({ network, layer, text }) => {
        expect(diagnosisOf(network, text)).toMatchObject({
          kind: 'slips',
          slips: [{ kind: 'layer-biases-missing', layer }],
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('names the connection that is missing, in any order and grouping', () => {
    const answers = networks.chain((network) =>
      fc
        .integer({ min: 1, max: network.sizes.length - 1 })
        .chain((layer) => written(network, (at) => at === layer).map((text) => ({ network, layer, text }))),
    )
    fc.assert(
      fc.property(answers, ({ network, layer, text }) => {
        expect(diagnosisOf(network, text)).toMatchObject({
          kind: 'slips',
          slips: [{ kind: 'connection-missing', layer }],
        })
      }),
      { numRuns: 1_000 },
    )
  })
})
