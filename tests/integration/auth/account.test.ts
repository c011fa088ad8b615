import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changePassword } from '@/lib/auth/change-password'
import { readWaysIn } from '@/lib/auth/identities'
import { endOtherLogins, endOwnLogin, listOwnLogins } from '@/lib/auth/own-logins'
import { hashPassword } from '@/lib/auth/passwords'
import { findViewer, openSession } from '@/lib/auth/sessions'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const CURRENT = 'the current password'
const NEXT = 'quite another password'

let world: ExamWorld
let userId: string
let email: string
let sessionToken: string

beforeAll(async () => {
  world = await createExamWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const passwordHash = await hashPassword(CURRENT)
  email = `${randomUUID()}@example.test`
  const user = await world.database.prisma.user.create({ data: { name: 'Person', email, passwordHash } })
  userId = user.id
  sessionToken = await openSession(world.database, userId, world.clock.now())
})

const change = (over: object = {}) =>
  changePassword(
    world.database,
    { userId, sessionToken, current: CURRENT, next: NEXT, address: '192.0.2.1', ...over },
    world.clock.now(),
  )
const signIn = (password: string, address = '192.0.2.2') =>
  signInWithPassword(world.database, { email, password, address }, world.clock.now())
const lives = async (token: string) =>
  (await findViewer(world.database, { userId, sessionToken: token }, world.clock.now())) !== null
const login = () => openSession(world.database, userId, world.clock.now())

describe('changePassword', () => {
  it('sets the new password and ends every other login of that person, and of nobody else', async () => {
    const others = [await login(), await login()]
    const somebody = await world.addPerson('student')
    const theirs = await world.addSession(somebody)
    expect(await change()).toEqual({ kind: 'changed', ended: 2 })
    expect(await lives(sessionToken)).toBe(true)
    for (const token of others) expect(await lives(token)).toBe(false)
    expect(
      await findViewer(world.database, { userId: somebody, sessionToken: theirs }, world.clock.now()),
    ).not.toBeNull()
    expect(await signIn(CURRENT)).toEqual({ kind: 'wrong' })
    expect(await signIn(NEXT)).toMatchObject({ kind: 'welcome' })
  })

  it('changes nothing for who does not know the current one, and limits guessing as at the sign-in', async () => {
    const other = await login()
    for (let guess = 0; guess < 10; guess += 1)
      expect(await change({ current: `guess ${guess}` })).toEqual({ kind: 'wrong' })
    expect(await change()).toEqual({ kind: 'too-many' })
    expect(await lives(other)).toBe(true)
    // Both roads count together; from elsewhere the owner still gets in.
    expect(await signIn(CURRENT, '192.0.2.1')).toEqual({ kind: 'too-many' })
    expect(await signIn(CURRENT)).toMatchObject({ kind: 'welcome' })
    world.clock.advance(16 * 60_000)
    expect(await change()).toMatchObject({ kind: 'changed' })
  })

  it('lets one of two changes at once through', async () => {
    const replies = await Promise.all([change({ next: `${NEXT} 1` }), change({ next: `${NEXT} 2` })])
    expect(replies.map(({ kind }) => kind).sort()).toEqual(['changed', 'wrong'])
  })

  it('gives no password to an account without one', async () => {
    await world.database.prisma.user.update({ where: { id: userId }, data: { passwordHash: null } })
    expect((await readWaysIn(world.database, userId))?.hasPassword).toBe(false)
    expect(await change({ current: '' })).toEqual({ kind: 'no-password' })
    expect((await readWaysIn(world.database, userId))?.hasPassword).toBe(false)
  })
})

describe('own logins', () => {
  it("lists the living ones, marks the one that asks, and shows nobody's token", async () => {
    await login()
    await world.database.prisma.session.create({
      data: { userId, sessionToken: randomUUID(), expires: new Date(world.clock.now().getTime() - 1) },
    })
    const found = await listOwnLogins(world.database, { userId, sessionToken }, world.clock.now())
    expect(found.map(({ isThis }) => isThis).sort()).toEqual([false, true])
    expect(JSON.stringify(found)).not.toContain(sessionToken)
  })

  it("ends one by its id, but never somebody else's", async () => {
    const token = await login()
    const { id } = await world.database.prisma.session.findUniqueOrThrow({ where: { sessionToken: token } })
    const stranger = { userId: await world.addPerson('student'), sessionToken: randomUUID() }
    expect(await endOwnLogin(world.database, stranger, id)).toBe(0)
    expect(await endOwnLogin(world.database, { userId, sessionToken }, 'nonsense')).toBe(0)
    expect(await lives(token)).toBe(true)
    expect(await endOwnLogin(world.database, { userId, sessionToken }, id)).toBe(1)
    expect(await lives(token)).toBe(false)
  })

  it('ends all but the one that asks', async () => {
    const others = [await login(), await login()]
    expect(await endOtherLogins(world.database, { userId, sessionToken })).toBe(2)
    for (const token of others) expect(await lives(token)).toBe(false)
    expect(await lives(sessionToken)).toBe(true)
  })
})
