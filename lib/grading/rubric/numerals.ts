/**
 * Numbers that say something without a word: `0.225`, `1.5^59`, `59번`, `50 layers`. Each becomes a hit of a reserved
 * concept that a rubric may list: NUM_BELOW_ONE, NUM_ABOVE_ONE, POWER_BELOW_ONE, POWER_ABOVE_ONE, TINY, HUGE, COUNT, LAYERS.
 */
export interface Numeral {
  readonly concept: string
  readonly start: number
  readonly end: number
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
const counted =
  /^(번|회|차례|거듭|제곱|승| ?times| ?multiplications| ?such factors| ?factors| ?transitions| ?steps| ?time ?steps| ?hops|시점|스텝|타임스텝|단계|개의(시점|인수|항|야코비안))/
const layered = /^(개의)?(층|레이어|겹|단|계층)|^( ?-?(hidden )?layers?| ?steps? deep| ?-?layered)/
const inPercent = /^ ?(%|percent|퍼센트|프로)/
const exponent = /^(\^|\*\*)[({]*(-?)([0-9.]*|[tnk])/
const scientific = /^(e|\*10\^?[({]*|×10\^?[({]*)(-?)([0-9]+)/
/** Times a logarithm: the logarithm of a power. */
const timesLog = /^\*?(?:ln|log)(?:_?10)?[ (|]*([0-9]*\.?[0-9]+)/
const ordinal = /^(st|nd|rd|th)\b/

export function scanNumerals(text: string): Numeral[] {
  const found: Numeral[] = []
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (!isDigit(unit)) {
      at += 1
      continue
    }
    const start = at
    while (
      at < text.length &&
      (isDigit(text.charCodeAt(at)) || (text[at] === '.' && isDigit(text.charCodeAt(at + 1))))
    )
      at += 1
    const value = Number(text.slice(start, at))
    if (!Number.isFinite(value)) continue
    const rest = text.slice(at, at + 24).replace(/^\)+/, '')
    const skipped = text.slice(at, at + 24).length - rest.length
    const before = text[start - 1] ?? ''
    const push = (concept: string, length = 0): void => {
      found.push({ concept, start, end: at + skipped * (length > 0 ? 1 : 0) + length })
    }
    if (before === '^' || before === '_') continue
    const power = exponent.exec(rest)
    const sci = scientific.exec(rest)
    const exponentSize = Number(power?.[3] ?? '0')
    if (sci !== null && Number(sci[3]) >= 2) push(sci[2] === '-' ? 'TINY' : 'HUGE', sci[0].length)
    else if (power !== null && (exponentSize >= 5 || /[tnk]/.test(power[3] ?? ''))) {
      if (value === 10) push(power[2] === '-' ? 'TINY' : 'HUGE', power[0].length)
      else if (value < 1) push('POWER_BELOW_ONE', power[0].length)
      else if (value > 1) push('POWER_ABOVE_ONE', power[0].length)
    } else if (value > 0 && value < 0.01) push('TINY')
    else if (inPercent.test(rest)) push(value < 100 ? 'NUM_BELOW_ONE' : 'NUM_ABOVE_ONE', 1)
    else if (value > 0 && value < 1) push('NUM_BELOW_ONE')
    else if (value > 1 && value < 10 && text.slice(start, at).includes('.')) push('NUM_ABOVE_ONE')
    if (/(depth|깊이)(of|is|가|는|이|=|~| )*$/.test(text.slice(Math.max(0, start - 14), start)) && value >= 3)
      push('LAYERS')
    if (/^(제곱|승)/.test(rest) && value >= 5) push('POWER', 1)
    if (Number.isInteger(value) && value >= 2) {
      const layers = layered.exec(rest)
      const times = counted.exec(rest)
      if (layers !== null && value >= 3) push('LAYERS', layers[0].length)
      else if (times !== null && value >= 3) push('COUNT', times[0].length)
      else if (timesLog.test(rest)) {
        const base = timesLog.exec(rest)
        push(Number(base?.[1]) < 1 ? 'POWER_BELOW_ONE' : 'POWER_ABOVE_ONE', base?.[0].length ?? 0)
      } else if (ordinal.test(rest) && value >= 5) push('COUNT', 2)
    }
  }
  return found
}
