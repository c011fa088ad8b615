import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderReset, resetPassword } from '@/lib/auth/account-mails'
import { createTokenMaker } from '@/lib/auth/account-tokens'
import { closeExpired } from '@/lib/use-cases/close-attempt'
import { applyRoster, invite, previewRoster } from '@/lib/use-cases/people'
import { examDesk } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let courseId: string
let instructor: { id: string; isAdmin: boolean }

beforeAll(async () => {
  world = await createExamWorld()
  courseId = await world.addCourse()
  instructor = { id: await world.addPerson('instructor', courseId), isAdmin: false }
})
afterAll(() => world.close())

const address = () => `${randomUUID()}@example.test`
const memberOf = async (email: string) => {
  const people = await world.deps.people.find({ courseId, viewer: instructor })
  return people?.members.find((member) => member.email === email)
}
const preview = async (text: string) => {
  const found = await previewRoster(world.deps, { courseId, viewer: instructor, text })
  if (!found.ok) throw new Error('no preview')
  return found.value
}
const apply = (text: string, plan: string) =>
  applyRoster(world.deps, { courseId, viewer: instructor, text, plan })

describe('a roster', () => {
  it('does what its preview said, gives new people a link of their own, and takes nobody out', async () => {
    const known = address()
    const stays = address()
    await world.database.prisma.user.create({ data: { email: known, name: 'Known' } })
    const first = `email,name,role\n${stays},Stays,student`
    await apply(first, (await preview(first)).plan)
    const fresh = address()
    const text = `이름;이메일;역할;시간 %\n새 사람;${fresh.toUpperCase()};학생;150\n아는 사람;${known};조교;\n`
    const { changes, errors, plan } = await preview(text)
    expect(errors).toEqual([])
    expect(changes.map(({ kind, email }) => [kind, email])).toEqual([
      ['new-account', fresh],
      ['joins-unproven', known],
    ])
    expect(await memberOf(fresh)).toBeUndefined()
    const done = await apply(text, plan)
    expect(done.ok && done.value.map(({ email }) => email)).toEqual([fresh])
    expect(await memberOf(fresh)).toMatchObject({ role: 'student', timePercent: 150, name: '새 사람' })
    expect(await memberOf(known)).toMatchObject({ role: 'grader', timePercent: 100, name: 'Known' })
    expect(await memberOf(stays)).toMatchObject({ leftAt: null })

    const token = done.ok ? (done.value[0]?.token ?? '') : ''
    const tokenHash = world.deps.digest(token)
    const now = world.clock.now()
    expect(await world.deps.people.findSetUp({ tokenHash, now })).toEqual({ name: '새 사람', email: fresh })
    expect(await world.deps.people.setUp({ tokenHash, name: 'New', passwordHash: 'hash', now })).toBe(true)
    expect(await world.deps.people.setUp({ tokenHash, name: 'Thief', passwordHash: 'other', now })).toBe(
      false,
    )
    expect(await memberOf(fresh)).toMatchObject({ name: 'New' })
  })

  it('a link to a first password proves no address, and ends with the first password that was set otherwise', async () => {
    const email = address()
    const text = `email\n${email}`
    const done = await apply(text, (await preview(text)).plan)
    const tokenHash = world.deps.digest(done.ok ? (done.value[0]?.token ?? '') : '')
    const now = world.clock.now()
    const { prisma } = world.database
    // The instructor has the link, not the address.
    expect(await world.deps.people.setUp({ tokenHash, name: 'Whoever', passwordHash: 'hash', now })).toBe(
      true,
    )
    expect((await prisma.user.findUniqueOrThrow({ where: { email } })).emailVerified).toBeNull()

    const other = address()
    const again = `email\n${other}`
    const made = await apply(again, (await preview(again)).plan)
    const kept = world.deps.digest(made.ok ? (made.value[0]?.token ?? '') : '')
    const { id } = await prisma.user.findUniqueOrThrow({ where: { email: other } })
    const asking = {
      database: world.database,
      now,
      makeToken: createTokenMaker('a secret'),
      digest: world.deps.digest,
    }
    await orderReset(asking, { email: other, address: '192.0.2.7', locale: 'en' })
    const token = await prisma.accountToken.findFirstOrThrow({ where: { email: other } })
    await resetPassword(asking, { tokenHash: token.tokenHash, passwordHash: 'theirs' })
    // Their password is taken away later, since they come in by another way.
    await prisma.user.update({ where: { id }, data: { passwordHash: null } })
    expect(await world.deps.people.findSetUp({ tokenHash: kept, now })).toBeNull()
    expect(await world.deps.people.setUp({ tokenHash: kept, name: 'Thief', passwordHash: 'x', now })).toBe(
      false,
    )
  })

  it('is refused where the course changed since the preview, where a line is wrong, and where no instructor is left', async () => {
    const text = `email\n${address()}`
    const { plan } = await preview(text)
    await apply(text, plan)
    expect(await apply(text, plan)).toEqual({ ok: false, error: { kind: 'changed' } })
    expect(await apply('email,role\nx@example.test,king', plan)).toEqual({
      ok: false,
      error: { kind: 'errors' },
    })
    const own = await world.database.prisma.user.findUniqueOrThrow({ where: { id: instructor.id } })
    const demote = `email,role\n${own.email},student`
    expect(await apply(demote, (await preview(demote)).plan)).toEqual({
      ok: false,
      error: { kind: 'last-instructor' },
    })
  })
})

describe('an invitation', () => {
  const make = async (over: { maxUses?: number | null } = {}) => {
    world.clock.advance(1_000)
    const made = await invite(world.deps, {
      courseId,
      viewer: instructor,
      role: 'student',
      days: 14,
      maxUses: null,
      ...over,
    })
    if (!made.ok) throw new Error('no invitation')
    return world.deps.digest(made.value)
  }

  it('lets in as many as it is for, however many come at once', async () => {
    const tokenHash = await make({ maxUses: 2 })
    const people = await Promise.all(Array.from({ length: 6 }, () => world.addPerson('none')))
    const now = world.clock.now()
    const joined = await Promise.all(
      people.map((userId) => world.deps.people.join({ tokenHash, userId, now })),
    )
    expect(joined.filter((each) => each === courseId)).toHaveLength(2)
  })

  it('never changes the role of somebody who is in the course, and uses nothing up by it', async () => {
    const tokenHash = await make({ maxUses: 1 })
    const now = world.clock.now()
    await world.deps.people.join({ tokenHash, userId: instructor.id, now })
    const people = await world.deps.people.find({ courseId, viewer: instructor })
    expect(people?.members.find(({ userId }) => userId === instructor.id)?.role).toBe('instructor')
    expect(await world.deps.people.findInvitation({ tokenHash, now })).toMatchObject({ role: 'student' })
  })

  it('ends with its time and when it is revoked', async () => {
    const tokenHash = await make()
    const now = world.clock.now()
    const later = new Date(now.getTime() + 15 * 86_400_000)
    expect(await world.deps.people.findInvitation({ tokenHash, now: later })).toBeNull()
    const people = await world.deps.people.find({ courseId, viewer: instructor })
    const invitationId = people?.invitations[0]?.id ?? ''
    expect(await world.deps.people.revoke({ invitationId, courseId, viewer: instructor, now })).toBe(true)
    const userId = await world.addPerson('none')
    expect(await world.deps.people.join({ tokenHash, userId, now })).toBeNull()
  })

  it('makes a new account, and never touches one that is there', async () => {
    const tokenHash = await make()
    const now = world.clock.now()
    const email = address()
    const input = { tokenHash, name: 'New', email, passwordHash: 'mine', now }
    expect(await world.deps.people.joinAsNew(input)).toBe('done')
    expect(await world.deps.people.joinAsNew({ ...input, passwordHash: 'another' })).toBe('email-taken')
    const user = await world.database.prisma.user.findUniqueOrThrow({ where: { email } })
    expect(user.passwordHash).toBe('mine')
    expect(await memberOf(email)).toMatchObject({ role: 'student' })
  })
})

describe('a member', () => {
  it('who is removed may do nothing in the course any more, and can be brought back', async () => {
    const grader = { id: await world.addPerson('grader', courseId), isAdmin: false }
    const now = world.clock.now()
    const set = (left: boolean) =>
      world.deps.people.setMember({
        courseId,
        viewer: instructor,
        userId: grader.id,
        role: 'grader',
        left,
        now,
      })
    expect(await world.deps.builder.findCourse({ courseId, viewer: grader })).not.toBeNull()
    await set(true)
    expect(await world.deps.builder.findCourse({ courseId, viewer: grader })).toBeNull()
    await set(false)
    expect(await world.deps.builder.findCourse({ courseId, viewer: grader })).not.toBeNull()
  })

  it('who is the last instructor stays', async () => {
    const set = (role: 'instructor' | 'student', left: boolean) =>
      world.deps.people.setMember({
        courseId,
        viewer: instructor,
        userId: instructor.id,
        role,
        left,
        now: world.clock.now(),
      })
    expect(await set('instructor', true)).toBe('last-instructor')
    expect(await set('student', false)).toBe('last-instructor')
  })

  it('is changed by instructors of the course alone', async () => {
    const userId = await world.addPerson('student', courseId)
    const now = world.clock.now()
    for (const role of ['grader', 'observer', 'student'] as const) {
      const viewer = { id: await world.addPerson(role, courseId), isAdmin: false }
      const { people } = world.deps
      expect(await people.setMember({ courseId, viewer, userId, role: 'instructor', left: false, now })).toBe(
        'not-found',
      )
      expect(await people.find({ courseId, viewer })).toBeNull()
      const invited = await invite(world.deps, {
        courseId,
        viewer,
        role: 'instructor',
        days: 1,
        maxUses: null,
      })
      expect(invited.ok).toBe(false)
      expect((await previewRoster(world.deps, { courseId, viewer, text: 'email' })).ok).toBe(false)
    }
  })

  it('who did something stands in the log', async () => {
    const log = await world.deps.people.audit({ courseId, viewer: instructor, before: null, limit: 100 })
    const done = new Set(log?.lines.map(({ action }) => action))
    for (const action of [
      'roster-applied',
      'invited',
      'member-joined',
      'member-removed',
      'invitation-revoked',
    ])
      expect(done).toContain(action)
    const student = { id: await world.addPerson('student', courseId), isAdmin: false }
    expect(await world.deps.people.audit({ courseId, viewer: student, before: null, limit: 1 })).toBeNull()
  })

  it('page by page every line is shown once, also those of the same moment', async () => {
    const whole = await world.deps.people.audit({ courseId, viewer: instructor, before: null, limit: 1000 })
    const lines = whole?.lines ?? []
    expect(new Set(lines.map(({ at }) => at.getTime())).size).toBeLessThan(lines.length)
    const shown: string[] = []
    for (let before: { at: Date; id: string } | null = null; ; ) {
      const page = await world.deps.people.audit({ courseId, viewer: instructor, before, limit: 2 })
      const last = page?.lines.at(-1)
      if (!last) break
      shown.push(...(page?.lines.map(({ id }) => id) ?? []))
      before = last
    }
    expect(shown).toEqual(lines.map(({ id }) => id))
  })

  it('whoever is taken out works on nothing any more, and what was saved is graded', async () => {
    const desk = examDesk(world)
    const sitting = await desk.sit()
    await desk.save(sitting)
    const viewer = { id: await world.addPerson('instructor'), isAdmin: false }
    const leave = { courseId: world.courseId, viewer, userId: sitting.userId, role: 'student' } as const
    world.clock.advance(1_000)
    expect(await world.deps.people.setMember({ ...leave, left: true, now: world.clock.now() })).toBe('done')
    world.clock.advance(1_000)
    expect((await desk.save(sitting, { base: 1, response: { total: '75' } })).kind).toBe('closed')
    expect(await closeExpired(world.deps, { attemptId: sitting.attemptId })).toEqual([sitting.attemptId])
    const attempt = await desk.attempt(sitting)
    expect(attempt).toMatchObject({ closeReason: 'time' })
    expect(attempt.items[0]).toMatchObject({ awarded: 200 })
  })
})
