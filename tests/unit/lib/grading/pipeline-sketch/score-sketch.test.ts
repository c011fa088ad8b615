import { describe, expect, it } from 'vitest'
import { matchStages } from '@/lib/grading/pipeline-sketch/match-stages'
import { type JudgedStage, type LabelVerdict, scoreSketch } from '@/lib/grading/pipeline-sketch/score-sketch'

const rules = { presence: 0.25, reorderLoss: 0.25, extraLoss: 0.1 }
const expected = ['a', 'b', 'c']
const stage = (name: string, ...verdicts: LabelVerdict[]): JudgedStage => ({
  stage: name,
  labels: verdicts.map((verdict, index) => ({ name: String(index), verdict })),
})
const right = expected.map((name) => stage(name, 'right'))

describe('matchStages', () => {
  it('finds each stage once, in order, with nothing left over', () => {
    expect(matchStages(expected, ['a', 'b', 'c'])).toEqual({ places: [0, 1, 2], inOrder: true, extras: 0 })
  })

  it('sees stages out of order', () => {
    expect(matchStages(expected, ['b', 'a', 'c']).inOrder).toBe(false)
  })

  it('does not call a drawing out of order for a stage that is missing', () => {
    expect(matchStages(expected, ['a', 'c'])).toEqual({ places: [0, null, 1], inOrder: true, extras: 0 })
  })

  it('counts strange and doubled stages, and takes the first of the doubled', () => {
    expect(matchStages(expected, ['a', 'z', 'b', 'b', 'c'])).toEqual({
      places: [0, 2, 4],
      inOrder: true,
      extras: 2,
    })
  })
})

describe('scoreSketch', () => {
  it('gives everything for all stages with right labels, followed-through ones included', () => {
    const followed = [
      stage('a', 'right'),
      stage('b', 'follow-through', 'right'),
      stage('c', 'follow-through'),
    ]
    expect(scoreSketch(followed, matchStages(expected, expected), rules)).toBe(1)
  })

  it('gives nothing for blocks without a value', () => {
    const blank = expected.map((name) => stage(name, 'empty'))
    expect(scoreSketch(blank, matchStages(expected, expected), rules)).toBe(0)
  })

  it('takes the stated share for a wrong order, once', () => {
    expect(scoreSketch(right, matchStages(expected, ['c', 'b', 'a']), rules)).toBeCloseTo(0.75)
    expect(scoreSketch(right, matchStages(expected, ['b', 'a', 'c']), rules)).toBeCloseTo(0.75)
  })

  it('takes a share for each stage too many, never below nothing', () => {
    expect(scoreSketch(right, matchStages(expected, ['a', 'b', 'c', 'c']), rules)).toBeCloseTo(0.9)
    const crowd = [...expected, ...Array.from({ length: 40 }, () => 'z')]
    expect(scoreSketch(right, matchStages(expected, crowd), rules)).toBe(0)
  })

  it('weighs a stage by its presence and its labels', () => {
    const half = [stage('a', 'right', 'wrong'), { stage: 'b', labels: null }, { stage: 'c', labels: null }]
    expect(scoreSketch(half, matchStages(expected, ['a']), rules)).toBeCloseTo((0.25 + 0.75 / 2) / 3)
  })
})
