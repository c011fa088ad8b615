import { describe, expect, it } from 'vitest'
import { readExact } from '@/lib/grading/expression/read-exact'
import { readExpression } from '@/lib/grading/expression/read-expression'
import { describeReadProblem } from '@/lib/grading/expression/read-problem'

const problem = (text: string) => {
  const read = readExact(text)
  if (read.ok) throw new Error(`${text} was read`)
  return read.error
}

describe('readExpression', () => {
  it.each([
    ['', 'empty', 0],
    [' \t\n', 'empty', 0],
    ['total', 'no-number', 0],
    ['6*5+5+', 'missing-value', 6],
    ['6*+*5', 'missing-value', 3],
    ['6 5', 'missing-operator', 2],
    ['74 개 75', 'missing-operator', 5],
    ['74 (weights 62 + biases 12)', 'missing-operator', 3],
    ['74, 75', 'several-values', 2],
    ['74 or 75', 'several-values', 3],
    ['74 또는 75', 'several-values', 3],
    ['(6*5', 'bracket-not-closed', 0],
    ['6*5)', 'bracket-not-opened', 3],
    ['(6*5]', 'bracket-mismatch', 4],
    ['()', 'missing-value', 1],
    ['(6=6)', 'equals-in-brackets', 2],
    ['5!', 'factorial', 1],
    ['sqrt(4)', 'unknown-word', 0],
    ['f(x)=74', 'unknown-word', 0],
    ['NaN', 'unknown-word', 0],
    ['Infinity', 'unknown-word', 0],
    ['3i', 'unknown-word', 1],
    ['not 74', 'unknown-word', 0],
    ['74개가 아니다', 'unknown-word', 5],
    ['{"a":1}', 'unknown-character', 1],
    ['74\u0007', 'unknown-character', 2],
    ['74😀', 'unknown-character', 2],
    ['74\ud83d', 'unknown-character', 2],
    ['1/0', 'division-by-zero', 2],
    ['0^-1', 'division-by-zero', 0],
    ['2^0.5', 'exponent-not-whole', 2],
    ['9^9^9^9', 'too-large', 4],
    ['1e9999', 'too-large', 0],
    [`${'('.repeat(60)}1`, 'too-deep', 40],
    [`${'2^'.repeat(60)}1`, 'too-deep', 81],
    ['1+'.repeat(30_000), 'too-long', 4_000],
  ])('says what is wrong with %j', (text, kind, at) => {
    expect(problem(text)).toMatchObject({ kind, at })
  })

  it('names the earliest problem', () => {
    expect(problem('6*+*5 @')).toMatchObject({ kind: 'missing-value', at: 3 })
    expect(problem('6*5 @ )')).toMatchObject({ kind: 'unknown-character', at: 4 })
  })

  it('keeps every link of a chain', () => {
    const read = readExpression('6*5+5 = 30+5 = 35')
    expect(read.ok && read.value.links.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [8, 12],
      [15, 17],
    ])
    expect(read.ok && read.value.relations).toEqual([
      { kind: 'equal', at: 6 },
      { kind: 'equal', at: 13 },
    ])
  })
})

describe('describeReadProblem', () => {
  it('quotes what stands there, control characters by their code point', () => {
    expect(describeReadProblem(problem('74\u0007')).en).toContain('U+0007')
    expect(describeReadProblem(problem('sqrt(4)')).ko).toContain('sqrt')
  })

  it('keeps what it quotes short', () => {
    expect(describeReadProblem(problem('z'.repeat(3_000))).en.length).toBeLessThan(160)
  })
})
