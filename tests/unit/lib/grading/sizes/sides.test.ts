import { describe, expect, it } from 'vitest'
import { readSides } from '@/lib/grading/sizes/sides'

const read = (text: string) => {
  const size = readSides(text)
  return size === null ? null : [Number(size.height.n), Number(size.width.n)]
}

describe('readSides', () => {
  it.each([
    ['위 2, 아래 2, 왼쪽 2, 오른쪽 2', [2, 2]],
    ['상 2 하 2 좌 1 우 1', [2, 1]],
    ['top 2, bottom 2, left 1, right 1', [2, 1]],
    ['top=2 bottom=2 left=2 right=2', [2, 2]],
    ['(2,2,2,2)', [2, 2]],
    ['((2,2),(2,2))', [2, 2]],
    ['총 4 (양쪽 2씩)', [2, 2]],
    ['양쪽 합 4, 한쪽 2', [2, 2]],
    ['4 (2 per side)', [2, 2]],
    ['2 per side (4 total)', [2, 2]],
  ])('reads %j', (text, sides) => {
    expect(read(text)).toEqual(sides)
  })

  it.each([
    ...[
      '2',
      '2, 2',
      '(2,2,1,1)',
      'top 2, bottom 1, left 2, right 2',
      'top 2, top 2, left 2, right 2',
      '위 2',
    ],
    ...['4 (1 per side)', '2 per side or 3', '한쪽 2, 또는 3, 4', '2, 2, 2', ''],
  ])('leaves %j to the reader of sizes', (text) => {
    expect(read(text)).toBeNull()
  })
})
