import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/server/env'

const read = (over: Record<string, string>) =>
  readEnv({ DATABASE_URL: 'postgresql://h/d', NEXTAUTH_SECRET: '0123456789abcdef', ...over })
const both = { SECOND_READER_URL: 'https://host/v1', SECOND_READER_MODEL: 'a-model' }

describe('the settings of the second reader', () => {
  it('are off unless set, also where they are set to nothing', () => {
    for (const env of [read({}), read({ SECOND_READER_URL: '', SECOND_READER_MODEL: '' })]) {
      expect(env.SECOND_READER_URL).toBeUndefined()
      expect(env.SECOND_READER_TIMEOUT_MS).toBe(20_000)
    }
  })

  it('take an address on the own machine, and a key if there is one', () => {
    const SECOND_READER_URL = 'http://127.0.0.1:8080/v1'
    expect(read({ ...both, SECOND_READER_URL, SECOND_READER_KEY: 'sk-1' })).toMatchObject({
      SECOND_READER_URL,
      SECOND_READER_KEY: 'sk-1',
    })
  })

  it.each([
    [{ SECOND_READER_URL: 'https://host/v1' }, /SECOND_READER_MODEL is missing/],
    [{ ...both, SECOND_READER_URL: 'host/v1' }, /SECOND_READER_URL must be the base address/],
    [{ ...both, SECOND_READER_URL: 'file:///v1' }, /SECOND_READER_URL must be the base address/],
    [{ ...both, SECOND_READER_URL: 'https://me:pass@host/v1' }, /put the key into SECOND_READER_KEY/],
    [{ ...both, SECOND_READER_KEY: 'two words' }, /SECOND_READER_KEY must be one word/],
    [{ ...both, SECOND_READER_TIMEOUT_MS: 'soon' }, /SECOND_READER_TIMEOUT_MS must be a number/],
    [{ ...both, SECOND_READER_TIMEOUT_MS: '0' }, /SECOND_READER_TIMEOUT_MS must be at least 100/],
  ])('refuse %j by name, and never repeat a value', (env, message) => {
    expect(() => read(env)).toThrow(message)
    expect(() => read(env)).not.toThrow(/pass@|two words/)
  })
})
