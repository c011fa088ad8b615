import type { Mistake } from '@/lib/question/contract'
import type { ConvOutputParams } from './params'
import type { ConvOutputSettings } from './settings-fields'
import { slipFeedback, slipTitles } from './slip-words'
import { askedParts, type NumericPart, type Slip } from './slips'
import { joined } from './wording'
import { type WrongValue, wrongValues } from './wrong-values'

/** A padding of nothing, or an input taken as it is, leaves nothing worked out and earns nothing. */
const creditOf = (part: NumericPart, slip: Slip, settings: ConvOutputSettings): number =>
  slip === 'no-padding' && part !== 'outputSize' ? 0 : settings.credits[slip]

/** One wrong turn with its name, credit and words; two slips together earn the product of their credits. */
export function describeWrongValue(wrong: WrongValue, settings: ConvOutputSettings): Mistake {
  const { part, slips, value } = wrong
  return {
    id: slips.join('+'),
    part,
    value,
    credit: slips.reduce((credit, slip) => credit * creditOf(part, slip, settings), 1),
    title: {
      ko: slips.map((slip) => slipTitles[slip].ko).join(' + '),
      en: slips.map((slip) => slipTitles[slip].en).join(' + '),
    },
    feedback: joined(...slips.map((slip) => slipFeedback(part, slip))),
  }
}

/** Every modelled mistake of every part, singles before pairs. */
export function mistakes(params: ConvOutputParams, settings: ConvOutputSettings): readonly Mistake[] {
  return askedParts(params).flatMap((part) =>
    wrongValues(part, params).map((wrong) => describeWrongValue(wrong, settings)),
  )
}
