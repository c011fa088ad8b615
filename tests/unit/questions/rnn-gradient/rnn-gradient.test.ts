import { describe, expect, it } from 'vitest'
import { logTolerance } from '@/lib/grading/bound/compare'
import { rnnGradient } from '@/questions/rnn-gradient'
import { behaviourOf, logBound } from '@/questions/rnn-gradient/behaviour'
import { boundMistakes } from '@/questions/rnn-gradient/mistake-values'
import { paramsSchema } from '@/questions/rnn-gradient/params'
import { referenceExplanation } from '@/questions/rnn-gradient/reference'

const variants = [...rnnGradient.enumerate({})].map((params) => paramsSchema.parse(params))

describe('the variants of the default settings', () => {
  it('hold every behaviour', () => {
    expect(new Set(variants.map(behaviourOf))).toEqual(
      new Set(['vanish', 'explode', 'steady', 'undetermined']),
    )
  })

  it('keep the key and all wrong ways apart by more than the tolerance', () => {
    for (const params of variants) {
      const logs = [logBound(params) ?? 0, ...boundMistakes(params).map(({ log }) => log)].sort(
        (a, b) => a - b,
      )
      for (let i = 1; i < logs.length; i += 1) {
        expect((logs[i] ?? 0) - (logs[i - 1] ?? 0), JSON.stringify(params)).toBeGreaterThan(2 * logTolerance)
      }
    }
  })

  it('take about the same effort', () => {
    const efforts = variants.map((params) => rnnGradient.effort(params)).sort((a, b) => a - b)
    const median = efforts[Math.floor(efforts.length / 2)] ?? 0
    expect(efforts[0]).toBeGreaterThanOrEqual(0.9 * median)
    expect(efforts.at(-1)).toBeLessThanOrEqual(1.1 * median)
  })

  it('come from the seed alone, and only from the enumerated ones', () => {
    const known = new Set(variants.map((params) => JSON.stringify(params)))
    for (let i = 0; i < 300; i += 1) {
      const params = rnnGradient.generate(`seed ${i}`, {})
      expect(rnnGradient.generate(`seed ${i}`, {})).toEqual(params)
      expect(known.has(JSON.stringify(params))).toBe(true)
    }
  })

  it('give their reference everything, in both languages', () => {
    const short: string[] = []
    for (const params of variants.filter((_, index) => index % 9 === 0)) {
      const { bound = '' } = rnnGradient.reference(params)
      for (const explanation of Object.values(referenceExplanation(params))) {
        const grade = rnnGradient.grade(params, { explanation, bound })
        if (grade.score < 1)
          short.push(`${JSON.stringify(params)} ${grade.score} ${explanation.slice(0, 30)}`)
      }
    }
    expect(short).toEqual([])
  })

  it('name each modelled mistake and give it its credit', () => {
    for (const params of variants.filter((_, index) => index % 13 === 0)) {
      for (const mistake of rnnGradient.mistakes(params)) {
        const part = rnnGradient
          .grade(params, { explanation: '', bound: mistake.value })
          .parts.find(({ id }) => id === 'bound')
        expect(part?.code).toBe(mistake.id)
        expect(part?.score).toBeCloseTo(mistake.credit * (part?.max ?? 0))
      }
    }
  })

  it('say nothing of the key before release', () => {
    for (const params of variants.filter((_, index) => index % 29 === 0)) {
      const shown = JSON.stringify(rnnGradient.publicView(params))
      expect(shown).not.toContain(rnnGradient.reference(params).bound)
      expect(shown).not.toMatch(/LSTM|GRU|clipping|클리핑|곱해|multipl/)
    }
  })
})

describe('the settings', () => {
  it('give the question in words without numbers', () => {
    const params = rnnGradient.generate('any', { numbers: false, activations: ['tanh'] })
    expect(params).toEqual({
      activation: 'tanh',
      recurrentWeight: null,
      sequenceLength: null,
      hiddenLayers: 1,
    })
  })

  it('refuse an explosion of saturating activations', () => {
    const parsed = rnnGradient.parseSettings({ activations: ['tanh'], behaviours: ['explode'] })
    expect(parsed.ok).toBe(false)
  })

  it('let an author weigh the criteria', () => {
    const params = { activation: 'tanh', recurrentWeight: null, sequenceLength: null, hiddenLayers: 1 }
    const explanation = 'LSTM이나 GRU의 게이트가 이 문제를 완화한다.'
    const heavy = rnnGradient.grade(params, { explanation }, { criterionWeights: { gated_remedy: 16 } })
    expect(heavy.score).toBeGreaterThan(rnnGradient.grade(params, { explanation }).score)
  })
})

describe('grade', () => {
  const params = { activation: 'sigmoid', recurrentWeight: 0.9, sequenceLength: 50, hiddenLayers: 1 }

  it('asks for a bound only where there are numbers', () => {
    const words = { activation: 'tanh', recurrentWeight: null, sequenceLength: null, hiddenLayers: 1 }
    expect(rnnGradient.grade(words, { explanation: '' }).parts.map(({ id }) => id)).toEqual(['explanation'])
    expect(rnnGradient.grade(params, { explanation: '' }).parts.map(({ id }) => id)).toEqual([
      'explanation',
      'bound',
    ])
  })

  it('calls an unreadable bound invalid, not wrong', () => {
    const grade = rnnGradient.grade(params, { explanation: '', bound: 'sin(' })
    expect(grade.status).toBe('invalid')
    expect(grade.parts[1]?.code).toBe('invalid')
  })

  it('takes whatever arrives', () => {
    for (const response of [null, 7, 'text', [], { explanation: 5 }, { bound: {} }]) {
      expect(rnnGradient.grade(params, response).score).toBe(0)
    }
  })

  it('recomputes the bound for this student’s numbers', () => {
    const { steps } = rnnGradient.grade(params, { explanation: '', bound: '' })
    expect(steps.some(({ en }) => en.includes('0.225^{49} \\approx 1.81 \\times 10^{-32}'))).toBe(true)
  })
})
