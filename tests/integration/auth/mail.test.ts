import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  confirmAddress,
  findConfirmation,
  findReset,
  orderAddress,
  orderReset,
  orderSignUp,
  resetPassword,
} from '@/lib/auth/account-mails'
import { createTokenMaker } from '@/lib/auth/account-tokens'
import { changePassword } from '@/lib/auth/change-password'
import { hashPassword } from '@/lib/auth/passwords'
import { openSession } from '@/lib/auth/sessions'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { startWorker } from '@/lib/jobs/worker'
import { isPlainAddress } from '@/lib/mail/address'
import { createOutbox, createSmtpMailer, type Mail, type Mailer } from '@/lib/mail/mailer'
import { sendOrder } from '@/lib/mail/send-order'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { type MailServer, startMailServer, textOf } from '../../helpers/mail-server'

const ORIGIN = 'https://quiz.example.test'
const PASSWORD = 'the password before'
const NEXT = 'quite another password'
const MINUTE = 60_000

let world: ExamWorld
let userId: string
let email: string
let passwordHash: string
/** Mails that went out, for what is not about the sending. */
let sent: Mail[]
const makeToken = createTokenMaker('a secret for tests alone')

beforeAll(async () => {
  world = await createExamWorld()
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(() => world.close())
beforeEach(async () => {
  sent = []
  email = `${randomUUID()}@example.test`
  const user = await world.database.prisma.user.create({ data: { name: 'Person', email, passwordHash } })
  userId = user.id
  await world.database.pool.query('DELETE FROM graphile_worker._private_jobs')
})

const asking = () => ({
  database: world.database,
  now: world.clock.now(),
  makeToken,
  digest: world.deps.digest,
})
const kept: Mailer = {
  sends: true,
  async send(mail) {
    sent.push(mail)
  },
}
/** Does what waits in the queue, by its payloads. */
async function deliver(mailer: Mailer = kept): Promise<void> {
  const { rows } = await world.database.pool.query<{ payload: unknown }>(
    'DELETE FROM graphile_worker._private_jobs RETURNING payload',
  )
  for (const { payload } of rows)
    await sendOrder(
      { database: world.database, clock: world.clock, mailer, makeToken, origin: ORIGIN },
      payload,
    )
}
const tokenIn = (mail: Mail | undefined): string =>
  /\/(?:reset|confirm)\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
const hashIn = (mail: Mail | undefined): string => world.deps.digest(tokenIn(mail))
const forgot = (address = '192.0.2.1', to = email) =>
  orderReset(asking(), { email: to, address, locale: 'en' })
const signIn = async (password: string, as = email) =>
  (
    await signInWithPassword(
      world.database,
      { email: as, password, address: randomUUID() },
      world.clock.now(),
    )
  ).kind

describe('a forgotten password', () => {
  it('is set anew by the link of a mail, once, which ends every login and proves the address', async () => {
    await openSession(world.database, userId, world.clock.now())
    await forgot()
    await deliver()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ to: email, subject: '[quizgrad] Set a new password' })
    expect(sent[0]?.text).toContain(`${ORIGIN}/reset/`)
    const tokenHash = hashIn(sent[0])
    // Looking, as mail scanners do, uses nothing up.
    for (let i = 0; i < 3; i += 1) expect(await findReset(asking(), tokenHash)).toEqual({ email })
    const next = await hashPassword(NEXT)
    expect(await resetPassword(asking(), { tokenHash, passwordHash: next })).toBe(true)
    expect(await signIn(PASSWORD)).toBe('wrong')
    expect(await signIn(NEXT)).toBe('welcome')
    const user = await world.database.prisma.user.findUniqueOrThrow({
      where: { id: userId },
      include: { sessions: true },
    })
    expect(user.sessions).toEqual([])
    expect(user.emailVerified).not.toBeNull()
    expect(await findReset(asking(), tokenHash)).toBeNull()
    expect(await resetPassword(asking(), { tokenHash, passwordHash: next })).toBe(false)
    await deliver()
    expect(sent[1]).toMatchObject({ to: email, subject: '[quizgrad] Your password was set anew' })
  })

  it('lets one of two uses at once through', async () => {
    await forgot()
    await deliver()
    const tokenHash = hashIn(sent[0])
    const [a, b] = [await hashPassword(`${NEXT} a`), await hashPassword(`${NEXT} b`)]
    const got = await Promise.all(
      [a, b].map((next) => resetPassword(asking(), { tokenHash, passwordHash: next })),
    )
    expect(got.toSorted()).toEqual([false, true])
    expect(await signIn(`${NEXT} ${got[0] ? 'a' : 'b'}`)).toBe('welcome')
  })

  it('ends after 45 minutes, with the account, and with the next reset', async () => {
    await forgot()
    await forgot()
    await deliver()
    const [first, second] = sent.map(hashIn)
    expect(await resetPassword(asking(), { tokenHash: first ?? '', passwordHash })).toBe(true)
    expect(await resetPassword(asking(), { tokenHash: second ?? '', passwordHash })).toBe(false)
    world.clock.advance(61 * MINUTE)
    await forgot()
    await forgot()
    await deliver()
    const [third, fourth] = sent.slice(-2).map(hashIn)
    const set = (deactivatedAt: Date | null) =>
      world.database.prisma.user.update({ where: { id: userId }, data: { deactivatedAt } })
    await set(world.clock.now())
    expect(await findReset(asking(), third ?? '')).toBeNull()
    expect(await resetPassword(asking(), { tokenHash: third ?? '', passwordHash })).toBe(false)
    await set(null)
    world.clock.advance(46 * MINUTE)
    expect(await findReset(asking(), fourth ?? '')).toBeNull()
    expect(await resetPassword(asking(), { tokenHash: fourth ?? '', passwordHash })).toBe(false)
  })

  it('takes away what somebody may have left who had the address without a proof, and only then', async () => {
    const addWayIn = () =>
      world.database.prisma.account.create({
        data: {
          userId,
          type: 'oauth',
          provider: 'oidc:https://a.example.test',
          providerAccountId: randomUUID(),
        },
      })
    const resetByMail = async () => {
      await forgot()
      await deliver()
      return resetPassword(asking(), { tokenHash: hashIn(sent.at(-1)), passwordHash })
    }
    await addWayIn()
    // On its way to an address of theirs.
    const theirs = `${randomUUID()}@example.test`
    await orderAddress(asking(), { userId, email: theirs, address: randomUUID(), locale: 'en' })
    await deliver()
    const proof = hashIn(sent.find(({ to }) => to === theirs))
    expect(await resetByMail()).toBe(true)
    expect(await world.database.prisma.account.count({ where: { userId } })).toBe(0)
    expect(await confirmAddress(asking(), proof)).toBe('no-link')
    await addWayIn()
    expect(await resetByMail()).toBe(true)
    expect(await world.database.prisma.account.count({ where: { userId } })).toBe(1)
  })

  it('is answered alike for an address without an account, with no mail and the same work', async () => {
    const before = await world.database.prisma.accountToken.count()
    expect(await forgot('192.0.2.2', `nobody-${randomUUID()}@example.test`)).toBe('ordered')
    expect(await world.database.prisma.accountToken.count()).toBe(before + 1)
    await deliver()
    expect(sent).toEqual([])
    await world.database.prisma.user.update({
      where: { id: userId },
      data: { deactivatedAt: world.clock.now() },
    })
    expect(await forgot()).toBe('ordered')
    await deliver()
    expect(sent).toEqual([])
  })

  it('mails an address four times an hour, account or none', async () => {
    for (const to of [email, `nobody-${randomUUID()}@example.test`]) {
      for (let i = 0; i < 4; i += 1) expect(await forgot(randomUUID(), to)).toBe('ordered')
      expect(await forgot(randomUUID(), to)).toBe('too-many')
    }
    world.clock.advance(61 * MINUTE)
    expect(await forgot()).toBe('ordered')
  })

  it('leaves no link in the database: neither in the table nor in the queue', async () => {
    await forgot()
    const { rows } = await world.database.pool.query<{ text: string }>(
      `SELECT t::text AS text FROM account_tokens t UNION ALL SELECT payload::text FROM graphile_worker._private_jobs`,
    )
    await deliver()
    const token = tokenIn(sent[0])
    expect(token.length).toBeGreaterThanOrEqual(43)
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([])
  })

  it('writes to its reader in Korean', async () => {
    await orderReset(asking(), { email, address: '192.0.2.3', locale: 'ko' })
    await deliver()
    expect(sent[0]?.subject).toBe('[quizgrad] 비밀번호 다시 정하기')
  })
})

describe('a change of address', () => {
  const change = (to: string) =>
    orderAddress(asking(), { userId, email: to, address: randomUUID(), locale: 'en' })

  it('counts once it is proven at the new one, tells the old one, and ends links that went there', async () => {
    const next = `${randomUUID()}@example.test`
    await forgot()
    await change(next)
    await deliver()
    const [old, proof] = [sent.find(({ to }) => to === email), sent.find(({ to }) => to === next)]
    expect(await signIn(PASSWORD)).toBe('welcome')
    expect(await findConfirmation(asking(), hashIn(proof))).toEqual({ kind: 'address', email: next })
    expect(await confirmAddress(asking(), hashIn(proof))).toBe('address-proven')
    expect(await confirmAddress(asking(), hashIn(proof))).toBe('no-link')
    expect(await signIn(PASSWORD)).toBe('wrong')
    expect(await signIn(PASSWORD, next)).toBe('welcome')
    expect(await resetPassword(asking(), { tokenHash: hashIn(old), passwordHash })).toBe(false)
    await deliver()
    expect(sent.at(-1)).toMatchObject({
      to: email,
      subject: '[quizgrad] The address of your account was changed',
    })
    expect(sent.at(-1)?.text).not.toContain(next)
  })

  it('is not done any more once the password was changed', async () => {
    const next = `${randomUUID()}@example.test`
    await change(next)
    await deliver()
    const changed = await changePassword(
      world.database,
      { userId, sessionToken: '', current: PASSWORD, next: NEXT, address: randomUUID() },
      world.clock.now(),
    )
    expect(changed.kind).toBe('changed')
    expect(await confirmAddress(asking(), hashIn(sent[0]))).toBe('no-link')
  })

  it("never takes another account's address", async () => {
    const next = `${randomUUID()}@example.test`
    await change(next)
    await deliver()
    await world.database.prisma.user.create({ data: { email: next } })
    expect(await confirmAddress(asking(), hashIn(sent[0]))).toBe('address-taken')
    expect(await signIn(PASSWORD)).toBe('welcome')
  })
})

describe('a new account', () => {
  const signUp = (to: string) =>
    orderSignUp(asking(), {
      email: to,
      name: 'Someone',
      password: PASSWORD,
      address: randomUUID(),
      locale: 'en',
    })

  it('is made when its address is proven, and not before', async () => {
    const to = `${randomUUID()}@example.test`
    await signUp(to)
    await deliver()
    expect(await signIn(PASSWORD, to)).toBe('wrong')
    const both = await Promise.all(
      [hashIn(sent[0]), hashIn(sent[0])].map((hash) => confirmAddress(asking(), hash)),
    )
    expect(both.toSorted()).toEqual(['account-made', 'no-link'])
    expect(await signIn(PASSWORD, to)).toBe('welcome')
  })

  it('is told to whoever has one already, in the mail alone', async () => {
    expect(await signUp(email)).toBe('ordered')
    await deliver()
    expect(sent[0]).toMatchObject({ to: email, subject: '[quizgrad] You already have an account' })
    expect(tokenIn(sent[0])).toBe('')
  })
})

describe('sending', () => {
  let server: MailServer | null = null
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'quizgrad-outbox-'))
  })
  afterAll(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('waits for a mail server that is down at first, and then arrives, once', async () => {
    // Its port, while it does not answer.
    const place = await startMailServer()
    await place.stop()
    const mailer = createSmtpMailer(place.url, 'quizgrad <quizgrad@example.test>')
    const failures: unknown[] = []
    const office = { database: world.database, clock: world.clock, mailer, makeToken, origin: ORIGIN }
    await orderReset(asking(), { email, address: '192.0.2.4', locale: 'ko' })
    const worker = await startWorker(
      world.database.pool,
      {
        closeAttempt: async () => undefined,
        regrade: async () => undefined,
        secondRead: async () => ({ ok: true, value: null }),
        sendMail: (order) =>
          sendOrder(office, order).catch((error: unknown) => {
            failures.push(error)
            throw error
          }),
      },
      () => undefined,
    )
    try {
      await expect.poll(() => failures.length, { timeout: 20_000 }).toBeGreaterThan(0)
      server = await startMailServer(place.port)
      await expect.poll(() => server?.mails.length, { timeout: 30_000 }).toBe(1)
    } finally {
      await worker.stop()
    }
    const [mail] = server.mails
    expect(mail).toMatchObject({ from: 'quizgrad@example.test', to: [email] })
    expect(textOf(mail?.data ?? '')).toContain('45분')
    const token = /\/reset\/(\S+)/.exec(textOf(mail?.data ?? ''))?.[1] ?? ''
    expect(await findReset(asking(), world.deps.digest(token))).toEqual({ email })
  })

  it('takes no address that could be two, or a header', async () => {
    const mailer = createSmtpMailer('smtp://127.0.0.1:1', 'quizgrad@example.test')
    for (const to of [
      'a@example.test, b@example.test',
      'a@example.test\r\nBcc: b@example.test',
      'a@example.test\nX: y',
      '<a@example.test>',
      'a b@example.test',
      'no-address',
      `${'a'.repeat(250)}@example.test`,
    ]) {
      expect(isPlainAddress(to), to).toBe(false)
      await expect(mailer.send({ to, subject: 'x', text: 'x' })).rejects.toThrow('The address is none')
    }
    expect(isPlainAddress('first.last+tag@sub.example.test')).toBe(true)
  })

  it('without a mail server, writes each mail into a file that only the server reads', async () => {
    await forgot()
    await deliver(createOutbox(path.join(folder, 'outbox')))
    const [name = ''] = await readdir(path.join(folder, 'outbox'))
    const file = path.join(folder, 'outbox', name)
    expect(await readFile(file, 'utf8')).toMatch(
      new RegExp(`^To: ${email}\nSubject: .*\n\n[^]*${ORIGIN}/reset/`),
    )
    expect((await stat(file)).mode & 0o077).toBe(0)
  })
})
