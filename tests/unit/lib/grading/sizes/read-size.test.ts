import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fraction } from '@/lib/grading/exact/fraction'
import { readInteger } from '@/lib/grading/sizes/read-integer'
import { readPadding, readSize } from '@/lib/grading/sizes/read-size'

const written = ({ n, d }: Fraction): string => (d === 1n ? String(n) : `${n}/${d}`)

const sizeOf = (text: string): string => {
  const read = readSize(text)
  return read.ok ? `${written(read.value.height)}x${written(read.value.width)}` : read.error.kind
}

describe('readSize', () => {
  it.each([
    '64x48',
    '64×48',
    '64 X 48',
    '64*48',
    '64 * 48',
    '64·48',
    '(64, 48)',
    '[64, 48]',
    '((64;48))',
    '64, 48',
    '64,48',
    '64 by 48',
    '$64 \\times 48$',
    '\\(64 \\times 48\\)',
    '\\left(64, 48\\right)',
    '64 곱하기 48',
    '６４×４８',
    '６４ ｘ ４８',
    '64x48 픽셀',
    '64x48픽셀입니다',
    '64px x 48px',
    '크기: 64×48',
    '(H, W) = (64, 48)',
    'H×W = 64×48',
    '세로 64 가로 48',
    '가로 48, 세로 64',
    'w=48, h=64',
    '64 × 48 (세로×가로)',
    '64\u00a0×\u00a048',
    '(60+4)x(44+4)',
    '60+4 by 44+4',
    '128/2 x 96/2',
    '64x48.',
  ])('reads %j as 64 high and 48 wide', (text) => {
    expect(sizeOf(text)).toBe('64x48')
  })

  it.each(['68', '68px', '64+2*2', '64+2×2', '64 + 2 \\cdot 2', '64+4 x 64+4', '(64+4)', '64+4=68'])(
    'reads %j as a square of 68',
    (text) => {
      expect(sizeOf(text)).toBe('68x68')
    },
  )

  it('takes a comma for a separator unless it groups thousands', () => {
    expect(sizeOf('128,128')).toBe('128x128')
    expect(sizeOf('1,024')).toBe('1024x1024')
    expect(sizeOf('1,024x1,024')).toBe('1024x1024')
    expect(sizeOf('1,024, 512')).toBe('1024x512')
  })

  it('multiplies beside a bare sum, as in the formula for the output', () => {
    expect(sizeOf('64-5+2*2+1')).toBe('64x64')
    expect(sizeOf('(64-5+2*2)/1+1')).toBe('64x64')
  })

  it('keeps values that make no sense as sizes, for the grader to judge', () => {
    expect(sizeOf('2.5')).toBe('5/2x5/2')
    expect(sizeOf('64x-3')).toBe('64x-3')
    expect(sizeOf('0x0')).toBe('0x0')
  })

  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['픽셀', 'no-number'],
    ['64x64x3', 'too-many-numbers'],
    ['1x64x1', 'too-many-numbers'],
    ['1, 64, 64, 1', 'too-many-numbers'],
    ['64x', 'side-missing'],
    ['x64', 'side-missing'],
    ['(64x64', 'bracket-not-closed'],
    ['abc', 'unknown-word'],
    ['64 y 3', 'unknown-word'],
    ['padding=2, stride=1', 'unknown-word'],
    ['1/0', 'division-by-zero'],
    ['64+4=69', 'links-disagree'],
    ['\u0000', 'unknown-character'],
    ['9'.repeat(401), 'size-too-long'],
  ])('answers %j with the problem %s', (text, kind) => {
    expect(sizeOf(text)).toBe(kind)
  })

  it('names the place of a problem in the text as typed', () => {
    const read = readSize('64 x 4y')
    expect(read).toMatchObject({ ok: false, error: { kind: 'unknown-word', at: 6 } })
  })

  it('reads the short way and the long way alike', () => {
    const side = fc.integer({ min: 1, max: 999_999_999 })
    fc.assert(
      fc.property(side, side, (height, width) => {
        expect(sizeOf(`${height}x${width}`)).toBe(`${height}x${width}`)
        expect(sizeOf(`(${height}) x ${width} px`)).toBe(`${height}x${width}`)
      }),
    )
  })
})

describe('readPadding', () => {
  const paddingOf = (text: string): string => {
    const read = readPadding(text)
    return read.ok ? `${written(read.value.height)}x${written(read.value.width)}` : read.error.kind
  }

  it.each([
    'p=2',
    '2',
    'P = 2',
    '패딩 2',
    '상하좌우 2',
    '각 변 2칸씩',
    '(5-1)/2',
    'p=(5-1)/2=2',
    '$p = 2$',
    'padding: 2',
  ])('reads %j as 2 on every side', (text) => {
    expect(paddingOf(text)).toBe('2x2')
  })

  it.each([
    '2x1',
    '(2,1)',
    '2, 1',
    'p=(2,1)',
    '상하 2 좌우 1',
    '좌우 1, 상하 2',
    'p_h=2, p_w=1',
    '상하 2, 좌우 1',
  ])('reads %j as 2 above and below, 1 left and right', (text) => {
    expect(paddingOf(text)).toBe('2x1')
  })
})

describe('readInteger', () => {
  it.each(['1', 's=1', 'S = 1', '보폭 1', '스트라이드: 1', 'stride 1', '１', '2-1'])(
    'reads %j as 1',
    (text) => {
      expect(readInteger(text)).toEqual({ ok: true, value: 1n })
    },
  )

  it('refuses what is not whole', () => {
    expect(readInteger('1.5')).toMatchObject({ ok: false, error: { kind: 'not-whole' } })
  })
})
