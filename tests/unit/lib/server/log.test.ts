import { expect, it } from 'vitest'
import { errorForLog } from '@/lib/server/log'

it('an error in the log keeps its words and its cause, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const error = Object.assign(new TypeError('no answer', { cause }), { client: { secretKey: 4711 } })
  const logged = JSON.stringify(errorForLog(error))
  expect(JSON.parse(logged)).toMatchObject({
    type: 'TypeError',
    message: 'no answer',
    cause: { message: 'refused', code: 'ECONNREFUSED' },
  })
  expect(logged).not.toContain('4711')
  expect(errorForLog('just words')).toBe('just words')
})
