import { describe, expect, it } from 'vitest'
import { judgeStep, type Route } from '@/lib/grading/follow-through/judge-step'

const equal = (a: number, b: number): boolean => a === b
const leadsTo = (value: number): Route<number> => ({ from: 'first', consequence: { kind: 'value', value } })
const trivially = (value: number): Route<number> => ({
  from: 'first',
  consequence: { kind: 'trivial', value },
})
const nowhere: Route<number> = { from: 'first', consequence: { kind: 'impossible' } }

describe('judgeStep', () => {
  it('calls the key right, whatever an earlier value leads to', () => {
    expect(judgeStep(5, 5, [leadsTo(7)], equal)).toEqual({ kind: 'correct' })
    expect(judgeStep(5, 5, [trivially(5)], equal)).toEqual({ kind: 'correct' })
    expect(judgeStep(5, 5, [nowhere], equal)).toEqual({ kind: 'correct' })
  })

  it('follows through from an earlier wrong value and names it', () => {
    expect(judgeStep(7, 5, [leadsTo(7)], equal)).toEqual({ kind: 'follow-through', from: 'first' })
  })

  it('takes the route that matches among several', () => {
    const second: Route<number> = { from: 'second', consequence: { kind: 'value', value: 8 } }
    expect(judgeStep(8, 5, [leadsTo(7), second], equal)).toEqual({ kind: 'follow-through', from: 'second' })
  })

  it('withholds points where the step became trivial', () => {
    expect(judgeStep(7, 5, [trivially(7)], equal)).toEqual({
      kind: 'withheld',
      from: 'first',
      reason: 'trivial',
    })
  })

  it('withholds points where the step became impossible', () => {
    expect(judgeStep(7, 5, [nowhere], equal)).toEqual({
      kind: 'withheld',
      from: 'first',
      reason: 'impossible',
    })
  })

  it('calls anything else wrong', () => {
    expect(judgeStep(9, 5, [leadsTo(7)], equal)).toEqual({ kind: 'wrong' })
    expect(judgeStep(9, 5, [], equal)).toEqual({ kind: 'wrong' })
  })
})
