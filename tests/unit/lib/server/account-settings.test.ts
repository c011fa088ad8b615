import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/server/env'

const needed = {
  DATABASE_URL: 'postgresql://somewhere/quizgrad',
  NEXTAUTH_SECRET: 'a secret of sufficient length',
}
const read = (settings: Record<string, string>) => readEnv({ ...needed, ...settings })

describe('settings of mail and single sign-on', () => {
  it('none is needed', () => {
    expect(read({ SMTP_URL: '', OIDC_ISSUER: '' })).toMatchObject({
      SIGN_UP: false,
      ADMIN_EMAIL: 'admin@localhost',
      MAIL_OUTBOX: '.data/outbox',
    })
  })

  it('what is set must fit together', () => {
    expect(
      read({
        SMTP_URL: 'smtps://user:p%40ss@mail.example.edu',
        MAIL_FROM: 'quizgrad <quizgrad@example.edu>',
        OIDC_ISSUER: 'https://login.example.edu/realm',
        OIDC_CLIENT_ID: 'quizgrad',
        OIDC_CLIENT_SECRET: 'secret',
      }).OIDC_NAME,
    ).toBe('Single sign-on')
  })

  it.each([
    [{ SMTP_URL: 'smtp://mail.example.edu' }, 'MAIL_FROM is missing'],
    [
      { SMTP_URL: 'mail.example.edu', MAIL_FROM: 'a@example.edu' },
      'SMTP_URL must be the address of a mail server',
    ],
    [{ SMTP_URL: 'https://mail.example.edu', MAIL_FROM: 'a@example.edu' }, 'SMTP_URL must be'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must be an e-mail address'],
    [{ MAIL_FROM: 'a@example.edu\r\nBcc: b@example.edu' }, 'MAIL_FROM must be'],
    [{ ADMIN_EMAIL: 'root' }, 'ADMIN_EMAIL must be an e-mail address'],
    [{ OIDC_ISSUER: 'https://login.example.edu' }, 'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed'],
    [
      { OIDC_ISSUER: 'http://login.example.edu', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
      'OIDC_ISSUER must start with https://',
    ],
    [
      { OIDC_ISSUER: 'http://127.0.0.1.example.edu', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
      'OIDC_ISSUER must start with https://',
    ],
  ])('%o: says what is wrong', (settings, words) => {
    expect(() => read(settings)).toThrow(words)
  })
})
