import { oncePer } from '@/lib/core/once-per'
import type { Axis, ConvOutputKey, Extent } from './arithmetic'
import { convOutputKey, halfPadding, transposed, writePadding, writeSize } from './arithmetic'
import type { ConvOutputParams } from './params'
import { askedParts, compatible, type NumericPart, possibleSlips, type Slip } from './slips'

/** Where one slip, or two together, lead. */
export interface WrongTurn {
  readonly slips: readonly [Slip] | readonly [Slip, Slip]
  readonly extent: Extent
}

export interface WrongValue extends WrongTurn {
  readonly part: NumericPart
  /** In canonical form. */
  readonly value: string
}

type Made = WrongTurn['slips']
const has = (made: Made, slip: Slip): boolean => made[0] === slip || made[1] === slip

/** Padding on one side of an axis with the slips made. */
function paddingWith(params: ConvOutputParams, key: ConvOutputKey, made: Made, axis: Axis): number {
  if (has(made, 'no-padding')) return 0
  const ignored = has(made, 'dilation-ignored')
  const effective = ignored ? params.kernel[axis] : key.effectiveKernel[axis]
  if (has(made, 'padding-total')) return effective - 1
  if (has(made, 'half-kernel')) return effective / 2
  if (has(made, 'half-kernel-rounded-up')) return Math.ceil(effective / 2)
  return ignored && params.padding === 'same' ? halfPadding(effective) : key.padding[axis]
}

const changesPadding: readonly Slip[] = [
  'no-padding',
  'padding-total',
  'half-kernel',
  'half-kernel-rounded-up',
  'padding-one-side',
]

function paddedWith(params: ConvOutputParams, key: ConvOutputKey, made: Made, axis: Axis): number {
  const sides = has(made, 'padding-one-side') ? 1 : 2
  return params.input[axis] + sides * paddingWith(params, key, made, axis)
}

/** Whoever forgets dilation only here starts from the right padding; forgotten throughout, the size is kept all the same. */
function outputWith(params: ConvOutputParams, key: ConvOutputKey, made: Made, axis: Axis): number {
  const [first, second] = made
  const other = second !== undefined && changesPadding.includes(second) ? second : undefined
  const cause = changesPadding.includes(first) ? first : other
  const padded = cause === undefined ? key.paddedSize[axis] : paddedWith(params, key, [cause], axis)
  const effective = has(made, 'dilation-ignored') ? params.kernel[axis] : key.effectiveKernel[axis]
  const stride = has(made, 'stride-ignored') ? 1 : params.stride
  return Math.floor((padded - effective) / stride) + (has(made, 'plus-one-forgotten') ? 0 : 1)
}

const computations = { padding: paddingWith, paddedSize: paddedWith, outputSize: outputWith }

function extentWith(part: NumericPart, params: ConvOutputParams, key: ConvOutputKey, made: Made): Extent {
  const along = computations[part]
  const extent = { height: along(params, key, made, 'height'), width: along(params, key, made, 'width') }
  return has(made, 'axes-swapped') ? transposed(extent) : extent
}

/**
 * Every modelled wrong turn of one part: each possible slip alone, then each pair that can be made together.
 * `key` may hold a student's own earlier values instead of the right ones; `among` leaves other slips out.
 */
export function wrongTurns(
  part: NumericPart,
  params: ConvOutputParams,
  key: ConvOutputKey,
  among?: readonly Slip[],
): readonly WrongTurn[] {
  const possible = possibleSlips(part, params, key)
  const single = among === undefined ? possible : possible.filter((slip) => among.includes(slip))
  const found = single.map((slip) => turnWith(part, params, key, [slip]))
  for (const [index, first] of single.entries()) {
    for (const second of single.slice(index + 1)) {
      if (compatible(part, first, second)) found.push(turnWith(part, params, key, [first, second]))
    }
  }
  return found
}

const turnWith = (
  part: NumericPart,
  params: ConvOutputParams,
  key: ConvOutputKey,
  slips: Made,
): WrongTurn => ({
  slips,
  extent: extentWith(part, params, key, slips),
})

/** The same from the right earlier values, with each value written out. */
export function wrongValues(part: NumericPart, params: ConvOutputParams): readonly WrongValue[] {
  const write = part === 'padding' ? writePadding : writeSize
  return wrongTurns(part, params, convOutputKey(params)).map((turn) => ({
    ...turn,
    part,
    value: write(turn.extent),
  }))
}

/** The first wrong turn that leads to each value of each part. */
export const wrongTurnsByValue = oncePer(
  (params: ConvOutputParams): ReadonlyMap<NumericPart, ReadonlyMap<string, WrongTurn>> =>
    new Map(
      askedParts(params).map((part) => [
        part,
        new Map(
          wrongValues(part, params)
            .toReversed()
            .map((wrong) => [wrong.value, wrong]),
        ),
      ]),
    ),
)
