import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findReset, resetPassword } from '@/lib/auth/account-mails'
import { createTokenMaker } from '@/lib/auth/account-tokens'
import { hashPassword } from '@/lib/auth/passwords'
import { Deactivated, findViewer, openSession } from '@/lib/auth/sessions'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { actOnPerson, findPerson, makeResetLink, readAdminLog, searchPeople } from '@/lib/db/admin-people'
import { hasAdministrator, setOneTimePassword, shutDemoLogins } from '@/lib/db/administrator'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const PASSWORD = 'the password before'
let world: ExamWorld
let passwordHash: string

beforeAll(async () => {
  world = await createExamWorld()
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(() => world.close())

const person = async (data: object = {}) =>
  world.database.prisma.user.create({
    data: { name: 'Person', email: `${randomUUID()}@example.test`, passwordHash, ...data },
  })
const by = (adminId: string) => ({ adminId, now: world.clock.now() })
const act = (adminId: string, userId: string, what: Parameters<typeof actOnPerson>[2]['act']) =>
  actOnPerson(world.database, by(adminId), { userId, act: what })
const signIn = async (email: string | null, password = PASSWORD, next?: string) =>
  (
    await signInWithPassword(
      world.database,
      { email: email ?? '', password, address: randomUUID(), next },
      world.clock.now(),
    )
  ).kind

it('people are found by words of name and address, page by page, whatever signs they hold', async () => {
  const word = `w${randomUUID().slice(0, 8)}`
  const people = await Promise.all(
    Array.from({ length: 7 }, (_, i) =>
      person({ name: `${word} number-${i}`, email: `${word}${i}@a.example.test` }),
    ),
  )
  await person({ name: `${word}%_\\`, email: null })
  const find = (text: string, page = 1) => searchPeople(world.database, { text, page, size: 5 })
  expect((await find(word)).total).toBe(8)
  expect((await find(word)).people).toHaveLength(5)
  expect((await find(word, 2)).people).toHaveLength(3)
  expect((await find(`a.example ${word.toUpperCase()} number-3`)).people.map(({ id }) => id)).toEqual([
    people[3]?.id,
  ])
  expect((await find(`${word}%`)).total).toBe(1)
  expect((await find(`${word}_`)).total).toBe(0)
  expect((await find(`nobody ${word}`)).people).toEqual([])
  expect(await findPerson(world.database, people[0]?.id ?? '')).toMatchObject({
    hasPassword: true,
    roles: [],
  })
  expect(await findPerson(world.database, 'nonsense')).toBeNull()
})

it('whoever is deactivated gets in by no way, at once, until they are activated', async () => {
  const [admin, user] = [await person({ isAdmin: true }), await person()]
  const sessionToken = await openSession(world.database, user.id, world.clock.now())
  const login = { userId: user.id, sessionToken }
  expect(await act(admin.id, user.id, 'deactivate')).toBe('done')
  expect(await findViewer(world.database, login, world.clock.now())).toBeNull()
  expect(await signIn(user.email)).toBe('deactivated')
  expect(await signIn(user.email, 'a guess')).toBe('wrong')
  await expect(openSession(world.database, user.id, world.clock.now())).rejects.toThrow(Deactivated)
  expect(await act(admin.id, user.id, 'activate')).toBe('done')
  expect(await findViewer(world.database, login, world.clock.now())).toBeNull()
  expect(await signIn(user.email)).toBe('welcome')
})

it('a login opened while the account is being deactivated does not outlive it', async () => {
  const [admin, user] = [await person({ isAdmin: true }), await person()]
  const opened = Array.from({ length: 8 }, () =>
    openSession(world.database, user.id, world.clock.now()).catch(() => null),
  )
  await Promise.all([act(admin.id, user.id, 'deactivate'), ...opened])
  expect(await world.database.prisma.session.count({ where: { userId: user.id } })).toBe(0)
})

it('administrators are made and unmade, never by themselves, and one always stays', async () => {
  const [admin, user, stranger] = [await person({ isAdmin: true }), await person(), await person()]
  expect(await act(stranger.id, user.id, 'make-admin')).toBe('not-allowed')
  expect(await act(admin.id, 'nonsense', 'make-admin')).toBe('not-found')
  expect(await act(admin.id, randomUUID(), 'make-admin')).toBe('not-found')
  const sessionToken = await openSession(world.database, user.id, world.clock.now())
  expect(await act(admin.id, user.id, 'make-admin')).toBe('done')
  // New rights begin with a new login.
  expect(await findViewer(world.database, { userId: user.id, sessionToken }, world.clock.now())).toBeNull()
  for (const what of ['unmake-admin', 'deactivate', 'end-logins'] as const)
    expect(await act(admin.id, admin.id, what)).toBe('self')
  const both = await Promise.all([
    act(admin.id, user.id, 'unmake-admin'),
    act(user.id, admin.id, 'unmake-admin'),
  ])
  expect(both.toSorted()).toEqual(['done', 'not-allowed'])
  expect(
    await world.database.prisma.user.count({ where: { id: { in: [admin.id, user.id] }, isAdmin: true } }),
  ).toBe(1)
  const { lines } = await readAdminLog(world.database, { userId: user.id, page: 1, size: 10 })
  expect(lines.map(({ action }) => action)).toContain('admin-made')
})

it('a link to a new password is made by administrators alone, for whoever has an address and may come in', async () => {
  const [admin, user, bare] = [await person({ isAdmin: true }), await person(), await person({ email: null })]
  const parts = { makeToken: createTokenMaker('a secret for tests alone'), digest: world.deps.digest }
  const make = (adminId: string, userId: string) =>
    makeResetLink(world.database, by(adminId), parts, { userId, mail: false })
  expect(await make(user.id, admin.id)).toBe('not-allowed')
  expect(await make(admin.id, bare.id)).toBe('no-address')
  const made = await make(admin.id, user.id)
  if (typeof made === 'string') throw new Error(made)
  const tokenHash = world.deps.digest(made.token)
  const asking = { database: world.database, now: world.clock.now() }
  expect(await findReset(asking, tokenHash)).toEqual({ email: user.email })
  const log = await world.database.prisma.adminEntry.findMany({ where: { userId: user.id } })
  expect(log).toMatchObject([{ action: 'reset-link', byId: admin.id }])
  expect(JSON.stringify(log)).not.toContain(made.token)
  expect(await resetPassword(asking, { tokenHash, passwordHash })).toBe(true)
  await act(admin.id, user.id, 'deactivate')
  expect(await make(admin.id, user.id)).toBe('deactivated')
})

it('a one-time password opens nothing until another is chosen, and then never again', async () => {
  const user = await person({ mustChangePassword: true })
  const next = 'a password of my own'
  expect(await signIn(user.email)).toBe('must-change')
  expect(await signIn(user.email, PASSWORD, PASSWORD)).toBe('must-change')
  expect(await signIn(user.email, 'a guess', next)).toBe('wrong')
  expect(
    (await Promise.all([signIn(user.email, PASSWORD, next), signIn(user.email, PASSWORD, next)])).toSorted(),
  ).toEqual(['welcome', 'wrong'])
  expect(await signIn(user.email)).toBe('wrong')
  expect(await signIn(user.email, next)).toBe('welcome')
})

it('the command line gives an administrator a way back in, and makes one only where there is none', async () => {
  const alone = await createExamWorld()
  try {
    const { database } = alone
    const set = (email: string | null) =>
      setOneTimePassword(database, {
        email,
        newEmail: 'admin@localhost',
        passwordHash,
        now: alone.clock.now(),
      })
    expect(await hasAdministrator(database)).toBe(false)
    expect(await set(null)).toEqual({ kind: 'done', email: 'admin@localhost' })
    expect(await hasAdministrator(database)).toBe(true)
    const { id } = await database.prisma.user.findUniqueOrThrow({ where: { email: 'admin@localhost' } })
    await database.prisma.user.update({ where: { id }, data: { deactivatedAt: new Date() } })
    await alone.addSession(id)
    expect(await set('nobody@example.test')).toEqual({
      kind: 'not-found',
      administrators: ['admin@localhost'],
    })
    expect(await set('Admin@localhost')).toEqual({ kind: 'done', email: 'admin@localhost' })
    const back = await database.prisma.user.findUniqueOrThrow({ where: { id }, include: { sessions: true } })
    expect(back).toMatchObject({ deactivatedAt: null, mustChangePassword: true, isAdmin: true, sessions: [] })
    await database.prisma.user.create({ data: { email: 'second@example.test', isAdmin: true } })
    expect(await set(null)).toMatchObject({ kind: 'which' })
    expect(await set('second@example.test')).toMatchObject({ kind: 'done' })
    await database.prisma.user.create({ data: { email: 'admin@demo.quizgrad', isAdmin: true, passwordHash } })
    expect(await shutDemoLogins(database, ['admin@demo.quizgrad'])).toBe(1)
    expect(
      await database.prisma.user.findUniqueOrThrow({ where: { email: 'admin@demo.quizgrad' } }),
    ).toMatchObject({ isAdmin: false, passwordHash: null })
  } finally {
    await alone.close()
  }
})
