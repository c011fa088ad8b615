import { describe, expect, it } from 'vitest'
import { drawnExtent } from '@/app/_components/question/drawn-extent'
import { layerRows, layoutNetwork } from '@/app/_components/question/layered-network-layout'
import { subscriptRuns } from '@/app/_components/question/subscript-runs'
import { textWidth, wrapLabel } from '@/app/_components/question/text-width'
import { layoutUnrolled } from '@/app/_components/question/unrolled-recurrence-layout'

const alt = { ko: '', en: '' }
const layer = (units: number) => ({ units, label: { ko: '첫 번째 은닉층', en: 'first hidden layer' } })
const unrolled = (recurrentLabel: string) =>
  layoutUnrolled({
    kind: 'unrolled-recurrence',
    alt,
    steps: ['1', '2', null, 'T-1', 'T'],
    recurrentLabel,
    inputLabel: 'x',
    stateLabel: 'h',
    lossLabel: 'L',
  })

describe('subscriptRuns', () => {
  const written = (label: string) =>
    subscriptRuns(label)
      .map(({ text, sub }) => (sub ? `[${text}]` : text))
      .join('')

  it('lowers what follows an underscore', () => {
    expect(written('h_1')).toBe('h[1]')
    expect(written('h_T-1')).toBe('h[T][−1]')
    expect(written('W_{hh} h_t')).toBe('W[hh] h[t]')
    expect(written('∂L / ∂h_1')).toBe('∂L / ∂h[1]')
    expect(written('W')).toBe('W')
  })

  it('sets letters, and only letters, as variables', () => {
    expect(
      subscriptRuns('w = 0.9')
        .filter(({ letter }) => letter)
        .map(({ text }) => text),
    ).toEqual(['w'])
  })
})

describe('drawnExtent', () => {
  it('draws the last size that is written', () => {
    expect(drawnExtent('p = 2×1, 68×34')).toEqual({ rows: 6, columns: 3 })
    expect(drawnExtent('32x64')).toEqual({ rows: 3, columns: 6 })
  })

  it('draws a square for one side, no size or nonsense', () => {
    for (const detail of ['64', '', '?', '64×64', '0×5']) {
      const { rows, columns } = drawnExtent(detail)
      expect(rows).toBe(columns)
    }
  })
})

describe('wrapLabel', () => {
  it('breaks at spaces only, and loses no word', () => {
    expect(wrapLabel('첫 번째 은닉층', 12.5, 77)).toEqual(['첫 번째', '은닉층'])
    expect(wrapLabel('second hidden layer', 12.5, 77)).toEqual(['second', 'hidden layer'])
    expect(wrapLabel('unbreakable', 12.5, 10)).toEqual(['unbreakable'])
  })

  it('counts a Hangul syllable wider than a Latin letter', () => {
    expect(textWidth('층', 10)).toBeGreaterThan(textWidth('l', 10))
  })
})

describe('layoutNetwork', () => {
  it('leaves out units in the middle of a large layer, and always says how many there are', () => {
    expect(layerRows(7)).toHaveLength(7)
    expect(layerRows(128).filter((row) => row === 'gap')).toHaveLength(1)
    const { columns } = layoutNetwork(
      { kind: 'layered-network', alt, layers: [layer(784), layer(128), layer(10)], biases: true },
      'ko',
    )
    expect(columns.map(({ count }) => count)).toEqual([784, 128, 10])
  })

  it('draws a bias for every layer but the input, and none without biases', () => {
    const biasesOf = (biases: boolean) =>
      layoutNetwork(
        { kind: 'layered-network', alt, layers: [layer(6), layer(5), layer(3)], biases },
        'en',
      ).columns.map(({ bias }) => bias !== null)
    expect(biasesOf(true)).toEqual([false, true, true])
    expect(biasesOf(false)).toEqual([false, false, false])
  })
})

describe('layoutUnrolled', () => {
  it('writes a short label on the arrows and a long one below', () => {
    expect(unrolled('W')).toMatchObject({ arrowLabel: 'W', legend: null })
    expect(unrolled('w = 0.95')).toMatchObject({ arrowLabel: 'w', legend: 'w = 0.95' })
  })

  it('keeps five columns within the width of a phone', () => {
    expect(unrolled('W').width).toBeLessThanOrEqual(330)
  })
})
