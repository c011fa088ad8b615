import { expect, it } from 'vitest'
import { isCopied, piecesOf } from '@/lib/grading/rubric/copied'

const question = 'why does the gradient vanish as the sequence gets longer?'
const shown = [piecesOf('something else that was shown to the student'), piecesOf(question)]
const copied = (text: string, from = 0) => isCopied(text, from, text.length, shown)

it('finds a sentence of the question, also with a word changed', () => {
  expect(copied(question)).toBe(true)
  expect(copied('so why does the gradient vanish as the sequence gets longer')).toBe(true)
})

it('lets an answer use the words of the question', () => {
  expect(copied('the gradient vanishes because the same weight is multiplied at every step')).toBe(false)
})

it('looks at the stretch alone, and at none that is short', () => {
  const text = `${question} each factor is below one, so the product shrinks`
  expect(copied(text, question.length)).toBe(false)
  expect(copied('the gradient')).toBe(false)
})
