import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateExact, evaluateLinks } from '@/lib/grading/expression/evaluate-exact'
import { readExpression } from '@/lib/grading/expression/read-expression'
import { readRunOn } from '@/lib/grading/expression/run-on'

/** The chain as it was meant: its exact values, and which links carry on; null where none does. */
function read(text: string, slips = false) {
  const chain = readExpression(text)
  const values = chain.ok ? evaluateLinks(chain.value) : chain
  if (!chain.ok || !values.ok) throw new Error(`unreadable: ${text}`)
  const runOn = readRunOn(chain.value, values.value, slips)
  if (runOn === null) return null
  const meant = evaluateExact(runOn.chain.links[0])
  expect(meant).toEqual({ ok: true, value: runOn.values[0] })
  expect(runOn.chain.relations).toHaveLength(runOn.chain.links.length - 1)
  return { values: runOn.values.map(({ n }) => Number(n)), carried: runOn.carried, slips: runOn.slips }
}

describe('readRunOn', () => {
  it.each([
    ['6*5+5 = 35+24+15 = 74', [74, 74], [1]],
    ['6*5+5 = 35+5*4+4 = 59+4*3+3 = 74', [74, 74], [1, 2]],
    ['6*5+5=35 + 5*4+4=24 + 4*3+3=15 = 74', [74, 74], [1, 2]],
    ['6+1 = 7*5 = 35', [35, 35], [1]],
    ['6+1 = 7*5+24 = 59', [59, 59], [1]],
    ['6*5 = 30+5 = 36', [35, 36], [1]],
    ['35+24 = 59+15', [74], [1]],
  ])('reads %s as it was meant', (text, values, carried) => {
    expect(read(text)).toMatchObject({ values, carried })
  })

  it.each([
    '74',
    '35+24+15 = 74',
    '35+24 = 59 = 59+0',
    '74 = 75',
    '6*5+5 = 36 = 74',
    '30+5 = 36+24',
    '5 = -5+10+1',
  ])('leaves %s alone', (text) => {
    expect(read(text)).toBeNull()
  })

  it('goes on from a wrong number only where that is asked for, and counts it', () => {
    expect(read('6*5+5 = 36+24+15 = 75', true)).toEqual({ values: [74], carried: [1], slips: [1] })
    expect(read('35 = 36+24', true)).toBeNull()
  })

  const addend = fc.integer({ min: 1, max: 10_000 })
  const addends = fc.array(addend, { minLength: 2, maxLength: 9 })
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

  it('comes to the sum of all that is added, whichever way the signs carry on', () => {
    fc.assert(
      fc.property(addends, (numbers) => {
        const all = sumOf(numbers)
        let total = numbers[0] ?? 0
        let byTotals = `${total}`
        let inPlace = `${total}`
        for (const [index, next] of numbers.entries()) {
          if (index === 0) continue
          // 12 = 12+7 = 19+3 = 22, and 12+0 + 7+0=7 + 3+0=3 = 22.
          byTotals += ` = ${total}+${next}`
          total += next
          inPlace += index === 1 ? `+0 = ${numbers[0]} + ${next}+0` : ` = ${numbers[index - 1]} + ${next}+0`
        }
        for (const text of [`${byTotals} = ${total}`, `${inPlace} = ${numbers.at(-1)} = ${total}`]) {
          const { values } = read(text) ?? { values: [] }
          expect(values[0]).toBe(all)
          expect(values.at(-1)).toBe(all)
        }
      }),
    )
  })

  it('never finds anything in a chain that holds', () => {
    fc.assert(
      fc.property(addends, fc.nat({ max: 8 }), (numbers, at) => {
        const split = Math.min(at, numbers.length - 1)
        const links = [numbers.join('+'), `${sumOf(numbers.slice(0, split))}+${sumOf(numbers.slice(split))}`]
        expect(read([...links, sumOf(numbers)].join(' = '))).toBeNull()
      }),
    )
  })
})
