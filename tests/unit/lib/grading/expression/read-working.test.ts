import { describe, expect, it } from 'vitest'
import { evaluateLinks } from '@/lib/grading/expression/evaluate-exact'
import { chainToTex } from '@/lib/grading/expression/expression-to-tex'
import { readExpression } from '@/lib/grading/expression/read-expression'
import { readWorking } from '@/lib/grading/expression/read-working'

const texOf = (text: string): string => {
  const read = readWorking(text)
  return read.ok
    ? chainToTex(read.value)
        .replace(/\\left|\\right/g, '')
        .replace(/\\times/g, '*')
        .replace(/\s/g, '')
    : read.error.kind
}

describe('readWorking', () => {
  it.each([
    // Earlier results are put in where a later statement adds them up.
    ['2*3=6, 6+1=7', '(2*3)+1=6+1=7'],
    ['2*3=6\n4*5=20\n6+20=26', '(2*3)+(4*5)=6+20=26'],
    ['2*3 → 6, 4*5 → 20, total 26', '2*3+4*5=6+20=26'],
    // Parts with names make up the total.
    ['W1=6, b1=2, total 8', '6+2=8'],
    ['W1=6, b1=2', '6+2'],
    ['b_{1}: 2; W^{(1)}: 2*3=6; 총 8개', '2+2*3=2+6=8'],
    ['총 8개: 가중치 6개, 편향 2개', '6+2=8'],
    ['8 (weights 6 + biases 2)', '(6+2)=8'],
    // One part beside the total says nothing against it.
    ['weights 6, total 8', '8'],
    ['8 (including 2 biases)', '8'],
  ])('reads %j as one chain', (text, tex) => {
    expect(texOf(text)).toBe(tex)
  })

  it.each([
    ['8, 6', 'several-values'],
    ['6\n2\n8', 'missing-operator'],
    ['weights 6, weights 2', 'several-values'],
    ['total 8, total 6', 'several-values'],
    ['2*3=6, 4*5=20, 6+1=7', 'several-values'],
    ['8 or 6', 'several-values'],
    ['8 (weights 5 + biases 2)', 'missing-operator'],
    ['a=8, b=2', 'unknown-word'],
  ])('does not guess what %j means', (text, kind) => {
    expect(texOf(text)).toBe(kind)
    const plain = readExpression(text)
    expect(plain.ok ? '' : plain.error.kind).toBe(kind)
  })

  it('keeps every place in the text as typed', () => {
    const text = 'layer 1: 2*3+3=9,  layer 2: 3*4 + 4 = 16, 총 25개'
    const read = readWorking(text)
    if (!read.ok) throw new Error(read.error.kind)
    const [first] = read.value.links
    const terms = first.kind === 'sum' ? first.terms.map(({ node }) => text.slice(node.start, node.end)) : []
    expect(terms).toEqual(['2*3+3', '3*4 + 4'])
    const values = evaluateLinks(read.value)
    expect(values.ok && values.value.map(({ n }) => n)).toEqual([25n, 25n, 25n])
  })

  it('never multiplies one line with the next', () => {
    expect(texOf('(6+1)\n(5+1)')).toBe('missing-operator')
    expect(texOf('5(6+1)')).toBe('5*(6+1)')
  })

  it.each(['W1=1,', 'layer 1: ', '1\n', '1→', '가중치 1 ', '1이고 ', '(1 a', '2^9999=1;', '은닉층1'])(
    'answers many times %j soon',
    (piece) => {
      const text = piece.repeat(Math.floor(990 / piece.length))
      const start = performance.now()
      readWorking(text)
      expect(performance.now() - start).toBeLessThan(200)
    },
  )
})
