import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashPassword } from '@/lib/auth/passwords'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { clientAddress } from '@/lib/server/client-address'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const PASSWORD = 'correct horse'
const MINUTE = 60_000

let world: ExamWorld
let people = 0

beforeAll(async () => {
  world = await createExamWorld()
})
afterAll(() => world.close())

async function account(): Promise<string> {
  const email = `person${people++}@example.test`
  const passwordHash = await hashPassword(PASSWORD)
  await world.database.prisma.user.create({ data: { email, passwordHash } })
  return email
}

const signIn = async (email: string, password: string, address: string) =>
  (await signInWithPassword(world.database, { email, password, address }, world.clock.now())).kind

it('after ten wrong passwords from one address one waits there, also with the right one, and not elsewhere', async () => {
  const email = await account()
  for (let i = 0; i < 10; i += 1) expect(await signIn(email, `guess ${i}`, '192.0.2.1')).toBe('wrong')
  expect(await signIn(email, PASSWORD, '192.0.2.1')).toBe('too-many')
  // Written otherwise it is the same account.
  expect(await signIn(` ${email.toUpperCase()} `, PASSWORD, '192.0.2.1')).toBe('too-many')
  expect(await signIn(email, PASSWORD, '192.0.2.2')).toBe('welcome')
  expect(await signIn(await account(), PASSWORD, '192.0.2.1')).toBe('welcome')
  world.clock.advance(15 * MINUTE + 1)
  expect(await signIn(email, PASSWORD, '192.0.2.1')).toBe('welcome')
})

it('guesses side by side are no more than ten', async () => {
  const email = await account()
  const replies = await Promise.all(
    Array.from({ length: 60 }, (_, i) => signIn(email, `guess ${i}`, '192.0.2.3')),
  )
  expect(replies.filter((reply) => reply === 'wrong')).toHaveLength(10)
  expect(replies.filter((reply) => reply === 'too-many')).toHaveLength(50)
})

it('one who mistypes now and then is never kept waiting by their right passwords', async () => {
  const email = await account()
  for (let i = 0; i < 9; i += 1) await signIn(email, 'typo', '192.0.2.4')
  for (let i = 0; i < 12; i += 1) expect(await signIn(email, PASSWORD, '192.0.2.4')).toBe('welcome')
})

it('an account is guarded against guesses from many addresses, and an address that guesses at many accounts waits', async () => {
  const email = await account()
  const { prisma } = world.database
  const at = world.clock.now()
  // As a hundred and three hundred wrong guesses leave it; each costs a slow hash.
  await prisma.failure.createMany({
    data: Array.from({ length: 99 }, () => ({ key: `login-of:${email}`, at })),
  })
  expect(await signIn(email, 'guess', '192.0.2.5')).toBe('wrong')
  expect(await signIn(email, PASSWORD, '192.0.2.6')).toBe('too-many')

  await prisma.failure.createMany({
    data: Array.from({ length: 299 }, () => ({ key: 'login-from:192.0.2.7', at })),
  })
  expect(await signIn(await account(), 'guess', '192.0.2.7')).toBe('wrong')
  const other = await account()
  expect(await signIn(other, PASSWORD, '192.0.2.7')).toBe('too-many')
  expect(await signIn(other, PASSWORD, '192.0.2.8')).toBe('welcome')
})

it('a whole room signs in at once from behind one address', async () => {
  const emails = await Promise.all(Array.from({ length: 40 }, account))
  const replies = await Promise.all(emails.map((email) => signIn(email, PASSWORD, '192.0.2.9')))
  expect(new Set(replies)).toEqual(new Set(['welcome']))
})

it('what a client writes about its address counts only behind a proxy that we trust, and then what the proxy wrote', () => {
  const from = (forwarded: string | undefined) =>
    ({
      socket: { remoteAddress: '192.0.2.10' },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    }) as unknown as IncomingMessage
  expect(clientAddress(from('198.51.100.1'), false)).toBe('192.0.2.10')
  expect(clientAddress(from('198.51.100.1, 203.0.113.5'), true)).toBe('203.0.113.5')
  expect(clientAddress(from(undefined), true)).toBe('192.0.2.10')
})
