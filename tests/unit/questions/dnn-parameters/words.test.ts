import { describe, expect, it } from 'vitest'
import { dnnParameters } from '@/questions/dnn-parameters'

const demo = { inputs: 6, hidden: [5, 4], outputs: 3, biases: true }

describe('what the student sees', () => {
  it('states every size and what is counted, in both languages', () => {
    const { statement, figure, fields } = dnnParameters.publicView(demo)
    for (const text of [statement.ko, statement.en]) {
      for (const size of ['$6$', '$5$', '$4$', '$3$']) expect(text).toContain(size)
    }
    expect(statement.ko).toContain('편향을 합하여')
    expect(statement.en).toContain('weights and biases together')
    expect(figure).toMatchObject({ kind: 'layered-network', biases: true })
    expect(figure?.kind === 'layered-network' && figure.layers.map(({ units }) => units)).toEqual([
      6, 5, 4, 3,
    ])
    expect(fields).toMatchObject([{ kind: 'expression', name: 'total' }])
  })

  it('holds no key', () => {
    for (const params of [...dnnParameters.enumerate({})].slice(0, 300)) {
      const shown = JSON.stringify(dnnParameters.publicView(params))
      const { total } = dnnParameters.reference(params)
      expect(shown).not.toContain(total)
      const count = /= (\d+)\$\$$/.exec(dnnParameters.solution(params).text.en)?.[1]
      expect(count).toBeDefined()
      expect(shown).not.toMatch(new RegExp(`\\b${count}\\b`))
    }
  })
})

describe('the solution', () => {
  it('shows weights, biases and sum of every connection and the whole expression', () => {
    const { text } = dnnParameters.solution(demo)
    for (const row of [
      '$6 \\times 5 = 30$ | $5$ | $35$',
      '$5 \\times 4 = 20$ | $4$ | $24$',
      '$4 \\times 3 = 12$ | $3$ | $15$',
    ]) {
      expect(text.ko).toContain(row)
      expect(text.en).toContain(row)
    }
    expect(text.ko).toContain('(6 \\times 5 + 5) + (5 \\times 4 + 4) + (4 \\times 3 + 3) = 35 + 24 + 15 = 74')
  })
})

describe('every mistake', () => {
  it('has a name of its own, a credit below 1 and words in both languages', () => {
    const mistakes = dnnParameters.mistakes(demo)
    expect(new Set(mistakes.map(({ id }) => id)).size).toBe(mistakes.length)
    for (const { part, credit, title, feedback } of mistakes) {
      expect(part).toBe('total')
      expect(credit).toBeLessThan(1)
      for (const words of [title, feedback]) {
        expect(words.ko).toMatch(/[가-힣]/)
        expect(words.en).not.toMatch(/[가-힣]/)
        expect(words.en).not.toBe('')
      }
    }
  })

  it('is found again from its number alone, on the variants offered', () => {
    for (const params of [...dnnParameters.enumerate({})].filter((_, index) => index % 150 === 0)) {
      for (const { id, value, credit } of dnnParameters.mistakes(params)) {
        const { score, parts } = dnnParameters.grade(params, { total: value })
        expect({ code: parts[0]?.code, score }).toEqual({ code: id, score: credit })
      }
    }
  })
})
