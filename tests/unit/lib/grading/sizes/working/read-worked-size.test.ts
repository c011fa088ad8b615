import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Known, readWorkedSize } from '@/lib/grading/sizes/working/read-worked-size'

const both = (value: number) => ({ height: value, width: value })

/** 64×64 by 5×5 at stride 1, two rows on each side; n may be the padded input. */
const known: Known = {
  letters: { n: [both(64), both(68)], k: [both(5)], s: [both(1)], p: [both(2)], d: [both(1)] },
  stages: [both(64), both(68)],
}
/** The same where the padding is asked for. */
const padding: Known = { letters: { n: [both(64)], k: [both(5)], s: [both(1)] }, stages: [] }

function read(text: string, what: Known = known) {
  const result = readWorkedSize(text, () => what)
  if (!result.ok) return result.error.kind
  const { size, broken } = result.value
  const side = ({ n, d }: { n: bigint; d: bigint }) => (d === 1n ? `${n}` : `${n}/${d}`)
  const write = ({ height, width }: typeof size) => `${side(height)}x${side(width)}`
  return broken === null ? write(size) : `${write(broken.first)} then ${write(size)}, ${broken.breaks}`
}

describe('readWorkedSize', () => {
  it.each([
    ...['64+2*2=68', '68x68 = (64+4)x(64+4)', '(64+4)×(64+4)=68×68', '64+4=68x68', 'n+2p=64+2*2=68'],
    ...['N = n + 2p = 64 + 4 = 68', '64+2p = 68', '68x68 (64+2*2)', '68 (=64+2*2)', '68*68=4624'],
    ...['64x64→68x68', '64x64에서 68x68', '64 -> 68', '64x64 + padding 2 = 68x68', '64x64+2*2=68x68'],
    ...["H'=64+4=68", 'W=64+2*2=68, H=64+2*2=68', 'H_p = 68, W_p = 68', '입력+2p = 64+4 = 68'],
  ])('reads 68x68 from %j', (text) => {
    expect(read(text)).toBe('68x68')
  })

  it.each([
    ...['O=(64-5+4)/1+1=64x64', '(64-5+2*2)/1+1=64', '(n+2p-k)/s+1=(64+4-5)/1+1=64', 'O=(N-F+2P)/S+1=64'],
    ...['(N-K)/S+1 = 64', '\\lfloor (64-5+4)/1 \\rfloor + 1 = 64', 'floor((68-5)/1)+1 = 64', '68x68 → 64x64'],
    ...['(input-kernel+2*padding)/stride+1=64', '(입력-커널+2*패딩)/스트라이드+1=64', '(129-2)/2+0.5 = 64'],
  ])('reads 64x64 from %j', (text) => {
    expect(read(text)).toBe('64x64')
  })

  it.each([
    ...[
      'p=(k-1)/2=2',
      'p = (5-1)/2 = 2',
      '(k-1)/2 = (5-1)/2 = 2',
      'p=k/2=2',
      'p=5/2=2.5=2',
      'p=⌊k/2⌋=2',
      '5//2=2',
    ],
    ...[
      '$\\frac{k-1}{2}=2$',
      '2 ((5-1)/2)',
      '2(=(5-1)/2)',
      '2 = (5-1)/2',
      'k=5, p=(5-1)/2=2',
      'padding=(kernel_size-1)/2=2',
    ],
    ...[
      '64=(64-5+2p)/1+1, 2p=4, p=2',
      '2p = k-1 = 4, p=2',
      'same padding, 2',
      'p_h=(k-1)/2=2, p_w=(k-1)/2=2',
    ],
  ])('reads a padding of 2 from %j', (text) => {
    expect(read(text, padding)).toBe('2x2')
  })

  it('puts in a letter along each axis', () => {
    const rectangular: Known = { letters: { k: [{ height: 5, width: 3 }] }, stages: [] }
    expect(read('(k-1)/2 = 2x1', rectangular)).toBe('2x1')
    expect(read('p_h=(k_h-1)/2=2, p_w=(k_w-1)/2=1', rectangular)).toBe('2x1')
    expect(read('(k-1)/2 = 2', rectangular)).toBe('2x1 then 2x2, 1')
  })

  it.each([
    ['64+2*2=69', '68x68 then 69x69, 1'],
    ['n+2p = 69', '68x68 then 69x69, 1'],
    ['(64+4)x(64+4) = 68x66', '68x68 then 68x66, 1'],
    ['68 = 70', '68x68 then 70x70, 1'],
    ['64+4 = 67 = 68', '68x68 then 68x68, 2'],
    ['70 = n+2p', '70x70 then 70x70, 1'],
  ])('says where %j breaks', (text, broken) => {
    expect(read(text)).toBe(broken)
  })

  it.each(['2p = 4', '2p', 'p=4/2=2 or 3', 'not = 2', '2+q', 'f(5) = 2', '2 = two'])(
    'does not take %j for a padding',
    (text) => {
      expect(read(text, padding)).not.toMatch(/^2x2$/)
    },
  )

  it('asks for numbers where there are letters alone', () => {
    expect(read('(k-1)/2', padding)).toBe('letters-only')
    expect(read('n+2p')).toBe('letters-only')
  })

  it('reads every right working of the three formulas, and no broken one as right', () => {
    const side = fc.integer({ min: 12, max: 300 })
    const half = fc.integer({ min: 1, max: 5 })
    const stride = fc.integer({ min: 1, max: 3 })
    fc.assert(
      fc.property(side, half, stride, fc.integer({ min: 1, max: 9 }), (n, p, s, off) => {
        const k = 2 * p + 1
        const padded = n + 2 * p
        const out = Math.floor((padded - k) / s) + 1
        const letters = { n: [both(n)], k: [both(k)], s: [both(s)], p: [both(p)] }
        const what: Known = { letters, stages: [both(n)] }
        const asked: Known = { letters: { n: letters.n, k: letters.k }, stages: [] }
        expect(read(`p = (k-1)/2 = (${k}-1)/2 = ${p}`, asked)).toBe(`${p}x${p}`)
        expect(read(`n+2p = ${n}+2*${p} = ${padded}`, what)).toBe(`${padded}x${padded}`)
        expect(read(`(n-k+2p)/s+1 = (${n}-${k}+${2 * p})/${s}+1 = ${out}`, what)).toBe(`${out}x${out}`)
        expect(read(`n+2p = ${n}+2*${p} = ${padded + off}`, what)).toMatch(/ then /)
        expect(read(`p = (${k}-1)/2 = ${p + off}`, asked)).toMatch(/ then /)
      }),
      { numRuns: 300 },
    )
  })

  it('is soon done with any text', () => {
    const pieces = [
      'k=',
      'n+p=',
      '9^9=',
      '=1',
      '(k-1)',
      '→2',
      '99999999*n+p/k=',
      'p,',
      '⌊',
      'floor(',
      '2 (',
      '같은 ',
      '_{',
    ]
    for (const piece of pieces) {
      const start = performance.now()
      read(piece.repeat(Math.ceil(400 / piece.length)).slice(0, 400))
      expect(performance.now() - start).toBeLessThan(50)
    }
    const signs = fc.constantFrom(
      ...'0123456789knspKNSPx×*,;()[]+-/^=→. ⌊⌋패딩가로'.split(''),
      'floor',
      '이므로',
      '\\frac',
    )
    const texts = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text)).not.toBe('')
      }),
      { numRuns: 3000 },
    )
  })
})
