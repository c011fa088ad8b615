import { expect, it } from 'vitest'
import { pastedAnswers } from '@/lib/use-cases/test-answers'

it.each([
  ['lines', 'One, with a comma.\n\n  Two.\r\nThree', ['One, with a comma.', 'Two.', 'Three']],
  [
    'a table with a head',
    'id,answer\n1,"Because, as said,\nit is so."\n2,No',
    ['Because, as said,\nit is so.', 'No'],
  ],
  ['a Korean head and semicolons', '\uFEFF번호;답안;점수\n1;그렇다;2\n2;;0', ['그렇다']],
  ['tabs without a head', 'kim\tBecause.\nlee\tNo.', ['Because.', 'No.']],
  ['quoted lines', '"First\nin two lines"\n"Second"', ['First\nin two lines', 'Second']],
  ['nothing', ' \n ', []],
])('reads %s', (_, text, answers) => {
  expect(pastedAnswers(text)).toEqual(answers)
})
