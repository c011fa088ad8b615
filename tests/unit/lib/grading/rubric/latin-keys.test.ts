import { expect, it } from 'vitest'
import { latinKeyEdits } from '@/lib/grading/rubric/latin-keys'

const known = (word: string): boolean =>
  ['the', 'rnn', 'tanh', 'is', 'gradient', 'each', 'step'].includes(word)
const turned = (text: string): string => {
  let result = ''
  let from = 0
  for (const edit of latinKeyEdits(text, known)) {
    result += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return result + text.slice(from)
}

it('turns back Korean typed on Latin keys, spaces and all', () => {
  expect(turned('rkxdms rkwndclrk tlwjaakek qksqhr rhqgowlsek tanh alqnsdms wkrek')).toBe(
    '같은가중치가시점마다반복곱해진다tanh미분은작다',
  )
})

it('leaves English alone, and a stray word', () => {
  const english = 'the gradient is multiplied at each step by the same matrix, the rnn is deep'
  expect(turned(english)).toBe(english)
  expect(turned('rkwndcl tanh')).toBe('rkwndcl tanh')
})
