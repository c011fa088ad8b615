import type { FormulaValue } from '@/lib/grading/formula/evaluate-formula'

const SIGNIFICANT = 6

/** A value as people write it: '74', '0.25', '1/3'; a double to six significant digits. */
export function writeValue(value: FormulaValue): string {
  if (value.kind === 'real') return plain(value.value)
  const { n, d } = value.value
  if (d === 1n) return n.toString()
  return decimalOf(n, d) ?? `${n}/${d}`
}

/** Without an exponent, so that it reads as an answer. */
function plain(value: number): string {
  const text = value.toPrecision(SIGNIFICANT)
  if (!text.includes('e')) return text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return value.toFixed(Math.min(20, Math.max(0, SIGNIFICANT - 1 - Math.floor(Math.log10(Math.abs(value))))))
}

/** Digits behind the point that are still written out. */
const MOST_DECIMALS = 8n

function decimalOf(n: bigint, d: bigint): string | null {
  const scale = 10n ** MOST_DECIMALS
  if ((n * scale) % d !== 0n) return null
  const digits = ((n < 0n ? -n : n) * scale) / d
  const text = digits.toString().padStart(Number(MOST_DECIMALS) + 1, '0')
  const whole = text.slice(0, -Number(MOST_DECIMALS))
  const decimals = text.slice(-Number(MOST_DECIMALS)).replace(/0+$/, '')
  return `${n < 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`
}
