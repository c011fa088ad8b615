import { describe, expect, it } from 'vitest'
import { opensWith } from '@/lib/exam/start-code'

describe('opensWith', () => {
  it.each(['Blue-42', 'blue 42', ' BLUE42 ', 'ｂｌｕｅ４２'])('takes %j for "Blue 42"', (given) => {
    expect(opensWith('Blue 42', given)).toBe(true)
  })

  it.each(['', 'blue', 'blue43', 'blue422'])('refuses %j', (given) => {
    expect(opensWith('Blue 42', given)).toBe(false)
  })

  it('asks for nothing where there is no code', () => {
    expect(opensWith(null, '')).toBe(true)
  })
})
