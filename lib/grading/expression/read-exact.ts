import { err, ok, type Result } from '@/lib/core/result'
import { equalFractions, type Fraction, isWithinRelative } from '@/lib/grading/exact/fraction'
import { evaluateLinks } from './evaluate-exact'
import { readExpression } from './read-expression'
import { quoted, type ReadProblem } from './read-problem'

const ONE_PERCENT: Fraction = { n: 1n, d: 100n }

/**
 * The exact value of what was typed, in lowest terms: '64+2*2' → 68, '0.225^49', '(0.9*0.25)^{49}', '1.8e-32',
 * '1.8×10^-32'. Of a chain the first link counts, which is the most exact one people write; `=` has to hold exactly
 * between whole numbers and within 1 % elsewhere (decimals are rounded), `≈` within 1 %, or the links disagree.
 */
export function readExact(text: string): Result<Fraction, ReadProblem> {
  const read = readExpression(text)
  if (!read.ok) return read
  const values = evaluateLinks(read.value)
  if (!values.ok) return values
  const [first, ...rest] = values.value
  if (first === undefined) return err({ kind: 'no-number', at: 0, found: '' })
  for (const [index, value] of rest.entries()) {
    const relation = read.value.relations[index]
    const exact = relation?.kind === 'equal' && first.d === 1n && value.d === 1n
    const holds = exact ? equalFractions(value, first) : isWithinRelative(value, first, ONE_PERCENT)
    if (!holds) {
      const at = relation?.at ?? 0
      return err({ kind: 'links-disagree', at, found: quoted(text, at, at + 1) })
    }
  }
  return ok(first)
}
