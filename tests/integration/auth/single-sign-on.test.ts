import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTokenMaker, insertToken } from '@/lib/auth/account-tokens'
import { beginLink, readWaysIn, removeWayIn } from '@/lib/auth/identities'
import type { Login } from '@/lib/auth/login-cookie'
import { hashPassword } from '@/lib/auth/passwords'
import { findViewer, openSession } from '@/lib/auth/sessions'
import { transaction } from '@/lib/db/transaction'
import { createAuthBrowser } from '../../helpers/auth-browser'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { type OidcProvider, startOidcProvider } from '../../helpers/oidc-provider'

let world: ExamWorld
let provider: OidcProvider
let sub: string
let problems: string[]

beforeAll(async () => {
  world = await createExamWorld()
  provider = await startOidcProvider()
})
afterAll(async () => {
  await provider.stop()
  await world.close()
})
beforeEach(() => {
  sub = randomUUID()
  problems = []
})

type Link = { login: Login; tokenHash: string } | null

const browser = (link: Link = null) =>
  createAuthBrowser(
    {
      database: world.database,
      clock: world.clock,
      secret: 'a secret for tests alone, of sufficient length',
      oidc: provider.settings,
      onProblem: (code, why) => problems.push(`${code} ${why}`),
    },
    { userAgent: 'Firefox/150', locale: 'en', findLink: async () => link },
  )
type Browser = ReturnType<typeof browser>

const signIn = async (visitor: Browser): Promise<string> =>
  (await visitor.ask('GET', await visitor.goToProvider('/exams'))).location
const viewerOf = async (visitor: Browser) => {
  const login = await visitor.login()
  return login && findViewer(world.database, login, world.clock.now())
}
const people = () => world.database.prisma.user.count()

describe('signing in by the provider', () => {
  it('makes the person at the first time and finds them again, in a login of its own kind', async () => {
    await provider.next({ sub, name: 'Hana', email: `${sub}@example.test`, email_verified: true })
    const first = browser()
    expect(new URL(await signIn(first)).pathname).toBe('/exams')
    const viewer = await viewerOf(first)
    expect(viewer).toMatchObject({
      name: 'Hana',
      email: `${sub}@example.test`,
      isAdmin: false,
      isStaff: false,
    })
    const again = browser()
    await signIn(again)
    expect((await viewerOf(again))?.id).toBe(viewer?.id)
    const logins = await world.database.prisma.session.findMany({ where: { userId: viewer?.id ?? '' } })
    expect(logins.map(({ kind, userAgent }) => [kind, userAgent])).toEqual([
      ['sso', 'Firefox/150'],
      ['sso', 'Firefox/150'],
    ])
    expect(problems).toEqual([])
  })

  it('makes one person of two first times at once', async () => {
    await provider.next({ sub, name: 'Twice' })
    const visitors = [browser(), browser()]
    await Promise.all(visitors.map(signIn))
    const [a, b] = await Promise.all(visitors.map(viewerOf))
    expect(a?.id).toBeDefined()
    expect(a?.id).toBe(b?.id)
  })

  it("is nobody's account by its address: neither an unverified one nor a verified one", async () => {
    for (const email_verified of [false, true]) {
      const email = `${randomUUID()}@example.test`
      const instructor = await world.database.prisma.user.create({
        data: {
          email,
          isAdmin: true,
          enrolments: { create: { courseId: world.courseId, role: 'instructor' } },
        },
      })
      await provider.next({ sub: randomUUID(), email, email_verified })
      const visitor = browser()
      await signIn(visitor)
      const viewer = await viewerOf(visitor)
      expect(viewer?.id).not.toBe(instructor.id)
      expect(viewer).toMatchObject({ email: null, isAdmin: false, isStaff: false })
    }
  })

  it('keeps an unverified address out of the account', async () => {
    const email = `${randomUUID()}@example.test`
    await provider.next({ sub, email, email_verified: false })
    const visitor = browser()
    await signIn(visitor)
    expect((await viewerOf(visitor))?.email).toBeNull()
    expect(await world.database.prisma.user.count({ where: { email } })).toBe(0)
  })

  it('lets nobody in who is deactivated', async () => {
    await provider.next({ sub })
    const visitor = browser()
    await signIn(visitor)
    const { userId = '' } = (await visitor.login()) ?? {}
    await world.database.prisma.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } })
    expect(await viewerOf(visitor)).toBeNull()
    const later = browser()
    expect(await signIn(later)).toContain('/sign-in?error=deactivated')
    expect(await later.login()).toBeNull()
  })
})

describe('what is forged', () => {
  const forged: [string, object, Parameters<OidcProvider['next']>[1]][] = [
    ['another issuer', { iss: 'https://elsewhere.example.test' }, undefined],
    ['a discovery document for another issuer', { iss: 'https://elsewhere.example.test' }, 'other-issuer'],
    ['another audience', { aud: 'somebody-else' }, undefined],
    ['two audiences without who it is for', { aud: ['quizgrad', 'somebody-else'] }, undefined],
    ['another nonce', { nonce: 'another' }, undefined],
    ['no nonce', { nonce: null }, undefined],
    ['an end long ago', { exp: 1_000_000_000, iat: 999_999_000 }, undefined],
    ['no subject', { sub: null }, undefined],
    ['alg none', {}, 'alg-none'],
    ['a signature by our own secret', {}, 'hs256'],
    ['a key that the provider does not publish', {}, 'other-key'],
  ]
  for (const [what, claims, forge] of forged)
    it(`is refused: ${what}`, async () => {
      await provider.next({ sub, ...claims }, forge)
      const before = await people()
      const visitor = browser()
      // By way of next-auth, or at once, to the sign-in page, which has words for it.
      expect(await signIn(visitor)).toMatch(/\/(api\/auth\/error|sign-in)\?error=/)
      expect(await visitor.login()).toBeNull()
      expect(await people()).toBe(before)
    })

  it('a code brought to another browser, or with another state, or twice, opens nothing', async () => {
    await provider.next({ sub })
    const mine = browser()
    const back = await mine.goToProvider('/exams')
    const theirs = browser()
    await theirs.goToProvider('/exams')
    await theirs.ask('GET', back)
    expect(await theirs.login()).toBeNull()
    const bare = browser()
    await bare.ask('GET', back)
    expect(await bare.login()).toBeNull()
    const changed = new URL(await mine.goToProvider('/exams'))
    changed.searchParams.set('state', 'another')
    await mine.ask('GET', changed.href)
    expect(await mine.login()).toBeNull()
    const good = await mine.goToProvider('/exams')
    await mine.ask('GET', good)
    expect(await viewerOf(mine)).not.toBeNull()
    const { sessionToken } = (await mine.login()) ?? {}
    await mine.ask('GET', good)
    expect((await mine.login())?.sessionToken).toBe(sessionToken)
  })
})

describe('adding the identity to an account', () => {
  const parts = () => ({
    makeToken: createTokenMaker('a secret for tests alone'),
    digest: world.deps.digest,
  })
  async function person(data: object = {}) {
    const user = await world.database.prisma.user.create({
      data: { name: 'Person', email: `${randomUUID()}@example.test`, passwordHash: 'set', ...data },
    })
    const sessionToken = await openSession(world.database, user.id, world.clock.now())
    return { userId: user.id, sessionToken, inFrame: false }
  }
  async function linkOf(login: Login): Promise<NonNullable<Link>> {
    const { token } = await transaction(world.database, (client) =>
      insertToken(
        client,
        parts(),
        { purpose: 'link', userId: login.userId, email: null, locale: 'en' },
        world.clock.now(),
      ),
    )
    return { login, tokenHash: world.deps.digest(token) }
  }

  it('goes on with a new login, ends the one before, and signs in as that account from then on', async () => {
    const login = await person()
    await provider.next({ sub })
    const visitor = browser(await linkOf(login))
    await signIn(visitor)
    const now = await visitor.login()
    expect(now?.userId).toBe(login.userId)
    expect(now?.sessionToken).not.toBe(login.sessionToken)
    expect(await findViewer(world.database, login, world.clock.now())).toBeNull()
    const elsewhere = browser()
    await signIn(elsewhere)
    expect((await elsewhere.login())?.userId).toBe(login.userId)
  })

  it('is not done by a cookie alone: whoever did not ask for it signs in as somebody else', async () => {
    const login = await person()
    await provider.next({ sub })
    const visitor = browser()
    visitor.cookies.set(
      'next-auth.session-token',
      await (await import('next-auth/jwt')).encode({
        token: { sub: login.userId, sid: login.sessionToken },
        secret: 'a secret for tests alone, of sufficient length',
      }),
    )
    await signIn(visitor)
    expect((await visitor.login())?.userId).not.toBe(login.userId)
    expect((await readWaysIn(world.database, login.userId))?.identities).toEqual([])
  })

  it('is refused after five minutes, a second time, and where the identity is another account’s', async () => {
    const login = await person()
    await provider.next({ sub })
    const late = await linkOf(login)
    world.clock.advance(6 * 60_000)
    expect(await signIn(browser(late))).toContain('/account?link=link-ended')
    const twice = await linkOf(login)
    await signIn(browser(twice))
    expect(await signIn(browser(twice))).toContain('/account?link=link-ended')
    const other = await person()
    expect(await signIn(browser(await linkOf(other)))).toContain('/account?link=taken')
    expect((await readWaysIn(world.database, other.userId))?.identities).toEqual([])
  })

  it('joins an account that a launch made into the one that the identity belongs to', async () => {
    await provider.next({ sub })
    const first = browser()
    await signIn(first)
    const { userId: own = '' } = (await first.login()) ?? {}
    const launched = await person({
      email: null,
      passwordHash: null,
      accounts: {
        create: { type: 'lti', provider: 'lti:https://lms.example.test', providerAccountId: randomUUID() },
      },
    })
    const visitor = browser(await linkOf(launched))
    await signIn(visitor)
    expect((await visitor.login())?.userId).toBe(own)
    const ways = await readWaysIn(world.database, own)
    expect(ways?.identities.map(({ kind }) => kind).toSorted()).toEqual(['lms', 'sso'])
    expect(await world.database.prisma.user.count({ where: { id: launched.userId } })).toBe(0)
  })

  it('is added by whoever knows the password, where there is one: an open login is not enough', async () => {
    const { userId } = await person({ passwordHash: await hashPassword('a password of mine') })
    const asking = {
      database: world.database,
      now: world.clock.now(),
      makeToken: createTokenMaker('a secret for tests alone'),
      digest: world.deps.digest,
    }
    const begin = (who: string, current: string) =>
      beginLink(asking, { userId: who, current, address: '192.0.2.9', locale: 'en' })
    expect(await begin(userId, '')).toEqual({ kind: 'wrong' })
    expect(await begin(userId, 'a guess')).toEqual({ kind: 'wrong' })
    expect(await world.database.prisma.accountToken.count({ where: { userId } })).toBe(0)
    expect(await begin(userId, 'a password of mine')).toMatchObject({ kind: 'begun' })
    expect(await begin((await person({ passwordHash: null })).userId, '')).toMatchObject({ kind: 'begun' })
  })

  it('a way in is taken away as long as another remains, also by two at once', async () => {
    const passwordHash = await hashPassword('a password of mine')
    const login = await person({ passwordHash })
    await provider.next({ sub })
    const visitor = browser(await linkOf(login))
    await signIn(visitor)
    const now = (await visitor.login()) ?? login
    const ways = await readWaysIn(world.database, login.userId)
    const which = ways?.identities[0]?.id ?? ''
    const remove = (each: string) =>
      removeWayIn(world.database, { ...now, which: each, now: world.clock.now() })
    expect(await remove(randomUUID())).toBe('not-found')
    expect(await remove('nonsense')).toBe('not-found')
    const got = await Promise.all([remove(which), remove('password')])
    expect(got.toSorted()).toEqual(['done', 'last'])
    const left = await readWaysIn(world.database, login.userId)
    expect((left?.identities.length ?? 0) + (left?.hasPassword ? 1 : 0)).toBe(1)
  })
})
