import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify, isCertified } from '@/lib/question/certify'
import { computed } from '@/questions/computed'
import { readyMade } from '@/questions/computed/examples'

const sizes = {
  statement: { ko: '{{n}} {{k}}', en: 'n = {{n}}, k = {{k}}' },
  variables: [
    { name: 'n', from: 'range', min: 8, max: 20, step: 2 },
    { name: 'k', from: 'values', values: [3, 5] },
    { name: 'p', from: 'formula', formula: '(k - 1)/2' },
  ],
  constraints: ['n > 2*k'],
  parts: [
    { id: 'padded', label: { ko: '패딩', en: 'Padded' }, key: 'n + 2*p', points: 1 },
    { id: 'output', label: { ko: '출력', en: 'Output' }, key: 'padded - k + 1', points: 1 },
  ],
  mistakes: [
    {
      id: 'one-side',
      part: 'padded',
      formula: 'n + p',
      credit: 0.5,
      feedback: { ko: '한쪽', en: 'One side' },
    },
  ],
}
const codes = (response: object, params = { values: { n: '12', k: '5' } }) =>
  computed.grade(params, response, sizes).parts.map(({ code, score }) => [code, score])

describe('a computed question', () => {
  it('is right for its key, exactly, however it is written', () => {
    expect(codes({ padded: '12+2*2', output: '12' })).toEqual([
      ['correct', 1],
      ['correct', 1],
    ])
    expect(codes({ padded: '16.0001', output: '' })).toEqual([
      ['incorrect', 0],
      ['empty', 0],
    ])
  })

  it('names a mistake, pays its credit, and follows the student’s own value, charging a slip once', () => {
    expect(codes({ padded: '14', output: '10' })).toEqual([
      ['one-side', 0.5],
      ['follow-through', 1],
    ])
    expect(codes({ padded: '14', output: '11' })).toEqual([
      ['one-side', 0.5],
      ['incorrect', 0],
    ])
    expect(codes({ padded: 'what', output: '12' })).toEqual([
      ['invalid', 0],
      ['correct', 1],
    ])
  })

  it('draws every variant that the constraints allow, and no other', () => {
    const all = [...computed.enumerate(sizes)]
    const expected = [8, 10, 12, 14, 16, 18, 20].flatMap((n) =>
      [3, 5].filter((k) => n > 2 * k).map((k) => `${n}/${k}`),
    )
    const found = all.map(
      ({ values }) => `${(values as Record<string, string>).n}/${(values as Record<string, string>).k}`,
    )
    expect(found.sort()).toEqual(expected.sort())
    for (let seed = 0; seed < 50; seed += 1) expect(all).toContainEqual(computed.generate(`${seed}`, sizes))
  })

  it('shows a student the drawn values and never a key', () => {
    expect(computed.publicView({ values: { n: '12', k: '5' } }, sizes).statement.en).toBe('n = 12, k = 5')
    expect(computed.settingsIssues({ ...sizes, statement: { ko: '', en: '{{padded}}' } })).toMatchObject([
      { path: 'statement.en' },
    ])
  })

  it.each([
    [{ parts: [{ id: 'x', key: 'n + q' }] }, 'parts.0.key', 'There is no “q”: the names are n, k, p.'],
    [{ parts: [{ id: 'x', key: 'n +' }] }, 'parts.0.key', 'The formula is not finished.'],
    [{ parts: [{ id: 'n', key: 'n' }] }, 'parts.0.id', 'This name is taken.'],
    [
      { parts: [{ id: 'x', key: 'exp(n)' }] },
      'parts.0.tolerance',
      'An answer that is no exact number needs a tolerance of at least 0.001.',
    ],
    [
      { parts: [{ id: 'x', key: '1/(n - 12)' }] },
      'parts.0.key',
      'Some variant divides by 0: add a constraint.',
    ],
    [{ constraints: ['n > 100'] }, 'constraints', 'No values satisfy the constraints.'],
    [{ mistakes: [{ id: 'm', part: 'nowhere', formula: '1' }] }, 'mistakes.0.part', 'There is no such part.'],
    [
      { variables: [{ name: 'n', from: 'range', min: 1, max: 900_000 }], parts: [{ id: 'x', key: 'n' }] },
      'variables.0.max',
      'There are 900000 values; narrow them to at most 100000.',
    ],
  ])('says at which setting something is wrong, and the mend', (over, path, message) => {
    expect(computed.settingsIssues({ ...sizes, statement: {}, mistakes: [], ...over })[0]).toMatchObject({
      path,
      message: { en: message },
    })
  })

  it('is refused by the certificate where a mistake meets the key', () => {
    const settings = { ...sizes, mistakes: [{ id: 'same', part: 'padded', formula: 'n + 4', credit: 0 }] }
    const certificate = certify(computed, settings)
    expect(certificate.collisions).toBeGreaterThan(0)
    expect(certificate.example?.ways).toContain('same')
  })

  it('gets a grade whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (response, text) => {
        expect(computed.grade({ values: { n: '12', k: '5' } }, response, sizes).score).toBeGreaterThanOrEqual(
          0,
        )
        expect(
          computed.grade({ values: { n: '12', k: '5' } }, { padded: text }, sizes).score,
        ).toBeLessThanOrEqual(1)
      }),
    )
  })
})

type Numbers = Readonly<Record<string, number>>

const cell = (inputs: number, units: number) => {
  let count = 0
  for (let unit = 0; unit < units; unit += 1) count += inputs + units + 1
  return count
}
/** Each example worked out another way than by its formula. */
const oracles: Record<string, (values: Numbers) => Numbers> = {
  'cnn-parameters': ({ k = 0, channels = 0, filters = 0 }) => {
    let total = 0
    for (let filter = 0; filter < filters; filter += 1) total += k ** 2 * channels + 1
    return { total }
  },
  'max-pooling': ({ n = 0, k = 0, s = 1 }) => {
    let side = 0
    for (let at = 0; at + k <= n; at += s) side += 1
    return { side }
  },
  'receptive-field': ({ k1 = 0, s1 = 1, k2 = 0 }) => {
    const seen = new Set<number>()
    for (let j = 0; j < k2; j += 1) for (let i = 0; i < k1; i += 1) seen.add(j * s1 + i)
    return { field: Math.max(...seen) - Math.min(...seen) + 1 }
  },
  'rnn-parameters': ({ inputs = 0, units = 0 }) => ({ total: cell(inputs, units) }),
  'gru-parameters': ({ inputs = 0, units = 0 }) => ({ total: 3 * cell(inputs, units) }),
  'lstm-parameters': ({ inputs = 0, units = 0 }) => ({ total: 4 * cell(inputs, units) }),
  'softmax-cross-entropy': ({ a = 0, b = 0, c = 0 }) => {
    const shifted = [a, b, c].map((z) => Math.exp(z - Math.max(a, b, c)))
    const loss = Math.log(shifted.reduce((sum, each) => sum + each, 0)) - (a - Math.max(a, b, c))
    return { probability: Math.exp(-loss), loss }
  },
  'gradient-step': ({ x = 0, y = 0, w = 0, rate = 0 }) => {
    const loss = (at: number) => (at * x - y) ** 2
    // Central differences are exact for a square, but for rounding.
    const gradient = (loss(w + 0.5) - loss(w - 0.5)) / 1
    return { gradient, next: w - rate * gradient }
  },
}

describe.each(readyMade.map((example) => [example.id, example] as const))(
  'the example %s',
  (id, { settings }) => {
    const oracle = oracles[id]
    if (!oracle) throw new Error(`no oracle for ${id}`)

    it('is certified whole', () => {
      expect(computed.settingsIssues(settings)).toEqual([])
      const certificate = certify(computed, settings)
      expect(certificate).toMatchObject({ collisions: 0, defects: [] })
      expect(isCertified(certificate, 1)).toBe(true)
    })

    it('has the answers that a computation of its own gives', () => {
      for (const params of computed.enumerate(settings)) {
        const values = Object.fromEntries(
          Object.entries(params.values as Record<string, string>).map(([name, text]) => [name, Number(text)]),
        )
        const expected = oracle(values)
        const reference = computed.reference(params, settings)
        for (const [part, value] of Object.entries(expected)) {
          const written = Number(reference[part])
          expect(Math.abs(written - value)).toBeLessThanOrEqual(1e-4 * Math.max(1, Math.abs(value)))
        }
      }
    })
  },
)

describe('more combinations than can be looked through', () => {
  const large = {
    ...sizes,
    statement: {},
    mistakes: [],
    variables: ['a', 'b', 'c'].map((name) => ({ name, from: 'range', min: 1, max: 100 })),
    constraints: ['a + b > c', 'mod(a, 2) == 0'],
    parts: [{ id: 'x', key: 'a*b - c' }],
  }

  it('are sampled, the same each time, with the share that satisfies the constraints', () => {
    const space = computed.space(large)!
    expect(space.combinations).toBe(1_000_000)
    expect(space.looked).toBe(5_000)
    // Half of all a are even, and 5/6 of the triples have a + b > c.
    expect(space.accepted / space.looked).toBeGreaterThan(0.37)
    expect(space.accepted / space.looked).toBeLessThan(0.47)
    const all = [...computed.enumerate(large)]
    expect(all.length).toBe(space.accepted)
    expect(new Set(all.map((params) => JSON.stringify(params))).size).toBe(all.length)
    expect([...computed.enumerate({ ...large })]).toEqual(all)
    for (const { values } of all as { values: Record<string, string> }[]) {
      const [a = 0, b = 0, c = 0] = ['a', 'b', 'c'].map((name) => Number(values[name]))
      expect(a + b > c && a % 2 === 0).toBe(true)
    }
  })

  it('are all looked at where they are few', () => {
    const few = {
      ...large,
      variables: ['a', 'b', 'c'].map((name) => ({ name, from: 'range', min: 1, max: 4 })),
    }
    expect(computed.space(few)).toMatchObject({ combinations: 64, looked: 64 })
  })
})
