import { describe, expect, it } from 'vitest'
import { readExact } from '@/lib/grading/expression/read-exact'

const value = (text: string): string => {
  const read = readExact(text)
  return read.ok ? `${read.value.n}/${read.value.d}` : `${read.error.kind} at ${read.error.at}`
}

describe('readExact', () => {
  it.each([
    ['74', '74/1'],
    ['6×5+5', '35/1'],
    ['6·5+5', '35/1'],
    ['6⋅5 + 5', '35/1'],
    ['6∙5+5', '35/1'],
    ['6ㆍ5+5', '35/1'],
    ['6x5+5', '35/1'],
    ['6 X 5+5', '35/1'],
    ['6*5+5', '35/1'],
    ['$6 \\times 5 + 5$', '35/1'],
    ['\\(6 \\cdot 5 + 5\\)', '35/1'],
    ['\\left( 6 \\right)\\times\\left[5\\right]+5', '35/1'],
    ['{6}×[5]+（5）', '35/1'],
    ['６×５＋５', '35/1'],
    ['10−3–2', '5/1'],
    ['5²+2^2+2**3', '37/1'],
    ['10⁻²', '1/100'],
    ['1,024', '1024/1'],
    ['１，０２４', '1024/1'],
    ['1 024', '1024/1'],
    ['1{,}024', '1024/1'],
    ['12,345,678', '12345678/1'],
    ['5(6+1)+(6+1)5', '70/1'],
    ['-2^2', '-4/1'],
    ['2^3^2', '512/1'],
    ['6/2×3', '9/1'],
    ['6÷4', '3/2'],
    ['\\frac{1}{2}+\\dfrac{1}{3}', '5/6'],
    ['0.225', '9/40'],
    ['.5', '1/2'],
    ['0,225', '9/40'],
    ['1.5e-3', '3/2000'],
    ['1.5×10^-3', '3/2000'],
    ['1.5 \\times 10^{-3}', '3/2000'],
    ['64+2*2', '68/1'],
    ['3 - -2', '5/1'],
  ])('reads %s', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  it.each([
    '74개',
    '총 74개',
    '총 74 개입니다.',
    '= 74',
    '74 parameters',
    '74 params',
    'answer: 74',
    'The answer is 74.',
    'The total number of parameters is 74',
    '총 파라미터 수는 74개입니다',
    '정답: 74개',
    '따라서 파라미터는 모두 74개이다.',
    '파라미터 수 = 74',
    '가중치 + 편향 = 62 + 12 = 74',
    '가중치 62개 + 편향 12개',
    'weights 62 + biases 12',
    '# of parameters: 74',
    '74 (weights and biases)',
    '\\boxed{74}',
    '\\text{총 } 74 \\text{개}',
    '총 74개'.normalize('NFD'),
    '74\u200b',
  ])('reads 74 out of “%s”', (text) => {
    expect(value(text)).toBe('74/1')
  })

  it('gives the bound of a gradient exactly, however it is written', () => {
    const exact = `${9n ** 49n}/${40n ** 49n}`
    for (const text of [
      '0.225^49',
      '(0.9*0.25)^49',
      '(0.9×0.25)^{49}',
      '(0.9 \\cdot \\frac{1}{4})^{49}',
      '(9/40)^49',
    ]) {
      expect(value(text)).toBe(exact)
    }
  })

  it('takes the first link of a chain that holds', () => {
    expect(value('(0.9*0.25)^2 = 0.225^2 = 0.050625')).toBe('81/1600')
    expect(value('0.225^2 ≈ 0.0506')).toBe('81/1600')
    expect(value('35+24+15 = 74 =')).toBe('74/1')
  })

  it('refuses a chain that does not hold, at the sign that says so', () => {
    expect(value('35+24+15 = 75')).toBe('links-disagree at 9')
    expect(value('0.225^2 ≈ 0.06')).toBe('links-disagree at 8')
  })
})
