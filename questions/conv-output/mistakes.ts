import type { Mistake } from '@/lib/question/contract'
import type { ConvOutputParams } from './params'
import type { ConvOutputSettings } from './settings-fields'
import { slipFeedback, slipTitles } from './slip-words'
import { askedParts, type NumericPart, type Slip } from './slips'
import { joined } from './wording'
import { type WrongTurn, wrongValues } from './wrong-values'

/** A padding of nothing, or an input taken as it is, leaves nothing worked out and earns nothing. */
const creditOf = (part: NumericPart, slip: Slip, settings: ConvOutputSettings): number =>
  slip === 'no-padding' && part !== 'outputSize' ? 0 : settings.credits[slip]

/** What a mistake is called and what is said about it, whatever the numbers. */
type Words = Pick<Mistake, 'id' | 'title' | 'feedback'>

/** By part and id: there are a few dozen. */
const known = new Map<string, Words>()

function wordsOf(part: NumericPart, slips: readonly Slip[]): Words {
  const id = slips.join('+')
  const name = `${part} ${id}`
  const found = known.get(name)
  if (found !== undefined) return found
  const words = {
    id,
    title: {
      ko: slips.map((slip) => slipTitles[slip].ko).join(' + '),
      en: slips.map((slip) => slipTitles[slip].en).join(' + '),
    },
    feedback: joined(...slips.map((slip) => slipFeedback(part, slip))),
  }
  known.set(name, words)
  return words
}

/** One wrong turn with its name, credit and words; two slips together earn the product of their credits. */
export function describeWrongTurn(
  part: NumericPart,
  { slips }: WrongTurn,
  settings: ConvOutputSettings,
): Omit<Mistake, 'part' | 'value'> {
  const { id, title, feedback } = wordsOf(part, slips)
  return {
    id,
    title,
    feedback,
    credit: slips.reduce((credit, slip) => credit * creditOf(part, slip, settings), 1),
  }
}

/** Every modelled mistake of every part, singles before pairs. */
export function mistakes(params: ConvOutputParams, settings: ConvOutputSettings): readonly Mistake[] {
  return askedParts(params).flatMap((part) =>
    wrongValues(part, params).map((wrong) => ({
      ...describeWrongTurn(part, wrong, settings),
      part,
      value: wrong.value,
    })),
  )
}
