import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { syncRoster } from '@/lib/lti/roster-sync'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { type LtiDesk, ltiDesk } from '../../helpers/lti-desk'

const LEARNER = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'
const INSTRUCTOR = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor'
const contextId = 'course-1'

let world: ExamWorld
let lms: LtiDesk
beforeAll(async () => {
  world = await createExamWorld()
  lms = await ltiDesk(world)
  await lms.addLink(world.examId)
  await lms.platform.services('setup', { pageSize: 25 })
  await world.database.prisma.ltiContext.updateMany({
    data: { membershipsUrl: `${lms.platform.issuer}/contexts/${contextId}/memberships?a=1&b=2` },
  })
})
afterAll(async () => {
  await lms?.close()
  await world.close()
})

type Member = { user_id: string; roles: string[]; status?: string; name?: string; given_name?: string }
const members = (list: readonly Member[], more: object = {}) =>
  lms.platform.services('setup', { members: list, brokenPage: 0, ...more })
const student = (i: number, over: Partial<Member> = {}): Member => ({
  user_id: `s-${i}`,
  roles: [LEARNER],
  status: 'Active',
  name: `Student ${i}`,
  ...over,
})
const sync = () => syncRoster(lms.rosters, { platformId: lms.platformId, contextId })
const enrolled = async () => {
  const rows = await world.database.prisma.enrolment.findMany({
    where: { courseId: world.courseId },
    include: { user: { include: { accounts: true } } },
  })
  return rows.map(({ role, leftAt, timePercent, userId, user }) => ({
    userId,
    subject: user.accounts[0]?.providerAccountId ?? null,
    name: user.name,
    role,
    left: leftAt !== null,
    timePercent,
  }))
}
const of = async (subject: string) => (await enrolled()).find((each) => each.subject === subject)

describe('a roster', () => {
  const sixty = Array.from({ length: 60 }, (_, i) => student(i))

  it('is read page by page: new students are enrolled, names follow, roles and people by hand stay', async () => {
    const byHand = await world.addPerson('student')
    const assistant = await world.addPerson('grader')
    await lms.cameIn([assistant])
    // The one who grades by a launch is a learner in the list, as one platform has it; an unknown instructor is nobody yet.
    await members([
      ...sixty,
      student(0, { user_id: `u-${assistant}`, name: 'Assistant' }),
      student(1, { user_id: 't-1', roles: [INSTRUCTOR] }),
      student(99, { status: 'Inactive' }),
      { user_id: 's-98', roles: [LEARNER], given_name: 'Minji' },
    ])
    expect(await sync()).toEqual({
      ok: true,
      value: { listed: 63, enrolled: 61, returned: 0, deactivated: 0 },
    })
    const people = await enrolled()
    expect(people.filter(({ subject }) => subject?.startsWith('s-'))).toHaveLength(61)
    expect(await of('s-98')).toMatchObject({ name: 'Minji', role: 'student' })
    expect(await of('t-1')).toBeUndefined()
    expect(await of('s-99')).toBeUndefined()
    expect(people.find(({ userId }) => userId === assistant)).toMatchObject({
      role: 'grader',
      name: 'Assistant',
    })
    expect(people.find(({ userId }) => userId === byHand)).toMatchObject({ left: false, name: 'Person' })
    // Again: nothing is new.
    expect(await sync()).toMatchObject({ value: { enrolled: 0, deactivated: 0 } })
    expect(await enrolled()).toHaveLength(people.length)
  })

  it('deactivates leavers and lets them back, with all that is ours', async () => {
    const { userId } = (await of('s-3'))!
    await world.database.prisma.enrolment.updateMany({ where: { userId }, data: { timePercent: 150 } })
    await members([...sixty.filter(({ user_id }) => user_id !== 's-3'), student(98)])
    expect(await sync()).toMatchObject({ value: { deactivated: 1 } })
    expect(await of('s-3')).toMatchObject({ left: true, timePercent: 150 })
    // Who grades stays, listed or not; so does who was added by hand.
    const rest = (await enrolled()).filter(({ subject }) => subject !== 's-3')
    expect(rest.filter(({ left }) => left)).toEqual([])
    await members([...sixty, student(98, { status: 'Deleted' })])
    expect(await sync()).toMatchObject({ value: { returned: 1, deactivated: 1 } })
    expect(await of('s-3')).toMatchObject({ left: false, timePercent: 150, role: 'student' })
  })

  it('lets nobody back whom an instructor removed, nor anybody as staff', async () => {
    const { userId } = (await of('s-5'))!
    const leave = (who: string) =>
      world.database.prisma.enrolment.updateMany({ where: { userId: who }, data: { leftAt: new Date(0) } })
    const [assistant = ''] = (await enrolled()).flatMap((each) =>
      each.role === 'grader' ? [each.userId] : [],
    )
    await leave(userId)
    await leave(assistant)
    await members(sixty.filter(({ user_id }) => user_id !== 's-5'))
    await sync()
    // Both are listed again: the one who graded is a student in the list.
    await members([...sixty, student(0, { user_id: `u-${assistant}`, name: 'Assistant' })])
    expect(await sync()).toMatchObject({ value: { returned: 0 } })
    expect(await of('s-5')).toMatchObject({ left: true })
    expect(await of(`u-${assistant}`)).toMatchObject({ left: true, role: 'grader' })
  })

  it('that is cut off, unreadable, empty or goes in circles changes nothing', async () => {
    const before = await enrolled()
    const read = async () => (await sync()) as { error?: { problem: string } }
    await members(sixty.slice(0, 51), { brokenPage: 3 })
    expect((await read()).error?.problem).toBe('http-500')
    await members([])
    expect((await read()).error?.problem).toBe('roster-empty')
    await members([{ roles: [LEARNER] } as never, student(1)])
    expect((await read()).error?.problem).toBe('page-unreadable')
    for (const [next, problem] of [
      ['{self}', 'pages-in-a-circle'],
      ['https://elsewhere.example/memberships', 'page-elsewhere'],
    ] as const) {
      await members([student(1)], { nextPage: next })
      expect((await read()).error?.problem).toBe(problem)
    }
    await members([student(1)], { nextPage: null, refuseTokens: true })
    await lms.platform.services('revoke')
    expect((await read()).error?.problem).toMatch(/^(http-401|token-refused-400)$/)
    expect(await enrolled()).toEqual(before)
    expect((await world.database.prisma.ltiContext.findFirstOrThrow()).syncError).toBe('token-refused-400')
  })
})
