import { expect, it } from 'vitest'
import { normalise } from '@/lib/grading/rubric/normalise'

it('reads the commands of a formula as signs', () => {
  expect(normalise('$\\left(0.9\\cdot 0.25\\right)^{49}\\approx 0$').text).toBe('$(0.9*0.25)^{49}~0$')
  expect(normalise("|\\tanh'(a)| \\leq 1").text).toBe("|tanh'(a)|<=1")
})

it('keeps the way back to the raw text', () => {
  const raw = 'a \\le b'
  const { text, starts, ends } = normalise(raw)
  const at = text.indexOf('<')
  expect(raw.slice(starts[at], ends[at + 1])).toBe('\\')
  expect(raw.slice(starts[text.length - 1], ends[text.length - 1])).toBe('b')
})

it('leaves a lone backslash', () => {
  expect(normalise('a\\ 1').text).toContain('\\')
})
