import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { requeueScores } from '@/lib/db/lti-score-store'
import { createLtiStore } from '@/lib/db/lti-store'
import { GRADE_SCOPES } from '@/lib/lti/grade-services'
import { compareScores } from '@/lib/lti/score-comparison'
import { closeExpired, submitAttempt } from '@/lib/use-cases/close-attempt'
import type { ScoreStanding } from '@/lib/use-cases/lms-scores'
import { moveRegrade, planRegrade, workOnRegrade } from '@/lib/use-cases/regrade'
import { reopenAttempt } from '@/lib/use-cases/reopen-attempt'
import { decide, undoDecision } from '@/lib/use-cases/review'
import { examDesk, forEachAtOnce, type Sitting, until } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { CLIENT, type LtiDesk, ltiDesk } from '../../helpers/lti-desk'

let world: ExamWorld
let desk: ReturnType<typeof examDesk>
let lms: LtiDesk
let viewer: { id: string; isAdmin: boolean }
beforeAll(async () => {
  world = await createExamWorld({ auditPercent: 0 })
  desk = examDesk(world)
  lms = await ltiDesk(world)
  viewer = { id: await world.addPerson('instructor'), isAdmin: false }
})
afterAll(async () => {
  await lms?.close()
  await world.close()
})
beforeEach(() => lms.reset())

const find = async (examId: string) => (await lms.scores.find({ examId, viewer, now: new Date() }))!
const rowOf = async (examId: string, userId: string) =>
  (await find(examId)).links[0]!.rows.find((row) => row.userId === userId)!
const become = (examId: string, userId: string, ...standings: ScoreStanding[]) =>
  until(`${standings}`, async () => standings.includes((await rowOf(examId, userId)).standing))
/** What the platform shows of the student, and how often something was stored. */
const shown = async (userId: string) => {
  const { lineItems } = await lms.platform.gradebook()
  const score = lineItems[0]?.scores[`u-${userId}`]
  return { score: score?.result ?? null, posts: score?.posts ?? 0, last: score?.last ?? null }
}
const awarded = async (sitting: Sitting) =>
  (await desk.attempt(sitting)).items.reduce((sum, item) => sum + (item.awarded ?? 0), 0) / 100

/** Somebody who came by a launch, with an exam of one's own and its link. */
async function seated(rules: object = {}, over: Parameters<LtiDesk['addLink']>[1] = {}) {
  const examId = await desk.addExam({ rules: { auditPercent: 0, ...rules } })
  const linkId = await lms.addLink(examId, over)
  const sitting = await desk.sit({ examId })
  await lms.cameIn([sitting.userId])
  return { ...sitting, examId, linkId }
}
/** The explanation is given full marks by hand, so that nothing waits for a person. */
async function override(sitting: Sitting, position: number, share: number): Promise<string> {
  const item = (await desk.attempt(sitting)).items[position - 1]!
  const decisionId = randomUUID()
  const done = await decide(world.deps, {
    decisionId,
    viewer,
    reason: 'seen',
    override: { kind: 'problem', share },
    targets: [{ itemId: item.id, gradeId: item.grades.sort((a, b) => +a.at - +b.at).at(-1)!.id }],
  })
  expect(done.ok).toBe(true)
  return decisionId
}
const handIn = (sitting: Sitting) => submitAttempt(world.deps, sitting)

describe('a class of 500', () => {
  it('has every score in the gradebook once, whatever the platform does', { timeout: 240_000 }, async () => {
    const linkId = await lms.addLink(world.examId)
    // Made before the clock moves on, so that the next key has been published for long when it takes over.
    await lms.keys.published()
    const startedAt = world.clock.now()
    const room = await desk.room(500, { startedAt, closesAt: new Date(startedAt.getTime() + 3_600_000) })
    await lms.cameIn(room.map(({ userId }) => userId))
    await forEachAtOnce(room.slice(0, 60), 4, async (sitting) => void (await desk.save(sitting)))
    await lms.platform.services('setup', {
      chaos: { seed: 7, errors: 0.3, lost: 0.05, slow: 0.03, twice: 0.05, skewMs: -40_000 },
      tokenSeconds: 90,
    })
    const deadline = room.at(-1)!.closesAt
    world.clock.advance(+deadline - +world.clock.now() + 1)
    for (let left = room.length; left > 0; ) left -= (await closeExpired(world.deps)).length
    // In the middle of it the tool changes its key, and the platform ends all tokens.
    world.clock.advance(3_600_000)
    expect(await lms.keys.rotate()).toEqual({ kind: 'rotated' })
    await lms.platform.services('revoke')
    await until(
      'all arrived',
      async () => {
        const { rows } = await world.database.pool.query(
          `SELECT count(*)::int AS arrived FROM lti_scores WHERE link_id = $1 AND state IN ('delivered', 'confirmed')`,
          [linkId],
        )
        return rows[0].arrived === 500
      },
      200_000,
    )
    await lms.platform.services('setup', { chaos: { errors: 0, lost: 0, slow: 0, twice: 0 } })
    expect(await compareScores(lms.parts, linkId)).toBeNull()

    const { lineItems, counts } = await lms.platform.gradebook()
    expect(lineItems).toHaveLength(1)
    expect(lineItems[0]).toMatchObject({ resourceLinkId: `link-${world.examId}`, scoreMaximum: 6 })
    expect(counts.errors).toBeGreaterThan(100)
    expect(counts.lost).toBeGreaterThan(10)
    const { rows } = (await find(world.examId)).links[0]!
    expect(rows).toHaveLength(500)
    const truth = lineItems[0]!.scores
    let scores = 0
    for (const row of rows) {
      const there = truth[row.subject ?? '']
      expect(row.standing).toBe('same')
      expect(row.theirs?.score ?? null).toBe(there?.result ?? null)
      expect(there?.last).toMatchObject({ activityProgress: 'Completed', gradingProgress: row.ours?.grading })
      if (row.ours?.given != null) {
        expect(there?.result).toBeCloseTo(row.ours.given / 100, 5)
        scores += 1
      }
    }
    expect(scores).toBe(500)
    expect(rows.filter(({ ours }) => ours?.given === 200)).toHaveLength(60)
  })
})

describe('a score', () => {
  it('follows overrides, their undoing, and regrades', async () => {
    const sitting = await seated()
    const { examId, userId } = sitting
    await desk.save(sitting)
    await handIn(sitting)
    await become(examId, userId, 'sent')
    expect(await shown(userId)).toMatchObject({ score: 2, posts: 1 })

    const decision = await override(sitting, 2, 0.5)
    await until('override', async () => (await shown(userId)).score === 3)
    await undoDecision(world.deps, { decisionId: decision, viewer })
    await until('undone', async () => (await shown(userId)).score === 2)

    const planned = await planRegrade(world.deps, {
      examId,
      viewer,
      request: {
        reason: 'The figure was wrong.',
        policy: 'full-credit',
        slots: [2],
        versions: {},
        includeManual: true,
        passPercent: 60,
      },
    })
    if (!planned.ok) throw new Error(planned.error.kind)
    const { runId } = planned.value
    await workOnRegrade(world.deps, runId)
    await moveRegrade(world.deps, { runId, viewer, move: 'apply' })
    await workOnRegrade(world.deps, runId)
    await until('regraded', async () => (await shown(userId)).score === 4)
    await moveRegrade(world.deps, { runId, viewer, move: 'roll-back', reason: 'It was right.' })
    await workOnRegrade(world.deps, runId)
    await until('rolled back', async () => (await shown(userId)).score === (await awarded(sitting)))
    expect(await awarded(sitting)).toBe(2)
  })

  it('is not final while an answer waits for a person', async () => {
    const sitting = await seated()
    const { examId, userId } = sitting
    await desk.save(sitting, {
      itemId: sitting.itemIds[2] ?? '',
      response: { explanation: 'The matrix is multiplied, and so it shrinks somehow over the steps.' },
    })
    await handIn(sitting)
    expect((await desk.attempt(sitting)).items[2]?.gradeStatus).toBe('needs-review')
    await become(examId, userId, 'sent')
    const { score, last } = await shown(userId)
    expect(score).toBeNull()
    expect(last).toMatchObject({ gradingProgress: 'PendingManual', activityProgress: 'Completed' })
    expect(last).not.toHaveProperty('scoreGiven')
    await override(sitting, 3, 1)
    await until('final', async () => (await shown(userId)).score === 2)
    expect((await shown(userId)).last).toMatchObject({
      userId: `u-${userId}`,
      gradingProgress: 'FullyGraded',
      scoreGiven: 2,
      scoreMaximum: 6,
    })

    // Opened again: no final score until it is closed again.
    await reopenAttempt(world.deps, { attemptId: sitting.attemptId, viewer, minutes: 10 })
    await until('open', async () => (await shown(userId)).last?.activityProgress === 'InProgress')
    await handIn(sitting)
    await until('closed', async () => (await shown(userId)).last?.activityProgress === 'Completed')
  })

  it('waits for its release, by the rules or by the clock', async () => {
    const sitting = await seated({ review: { score: 'never' } })
    const { examId, userId } = sitting
    await handIn(sitting)
    await become(examId, userId, 'not-released')
    const exam = await world.database.prisma.exam.findUniqueOrThrow({ where: { id: examId } })
    await world.deps.terms.change({
      examId,
      byId: viewer.id,
      now: new Date(),
      change: {
        kind: 'rules',
        rules: { ...(exam.rules as object), review: { score: 'after-submission' } } as never,
        opensAt: null,
        closesAt: null,
        startCode: null,
      },
      times: (_terms, _startedAt, before) => before,
    })
    await become(examId, userId, 'sent')
    expect((await shown(userId)).score).toBe(0)
  })

  it('goes out by the clock once the exam is over for everybody, and after a sender has died', async () => {
    const examId = await desk.addExam({
      rules: {
        auditPercent: 0,
        graceSeconds: 0,
        timeLimitMinutes: null,
        review: { score: 'after-closing' } as never,
      },
      closesAt: new Date(Date.now() + 3_000),
    })
    const linkId = await lms.addLink(examId)
    const sitting = await desk.sit({ examId })
    await lms.cameIn([sitting.userId])
    await handIn(sitting)
    await become(examId, sitting.userId, 'not-released')
    await until('released', async () => {
      await requeueScores(world.database, new Date())
      return (await rowOf(examId, sitting.userId)).standing === 'sent'
    })
    expect(await shown(sitting.userId)).toMatchObject({ score: 0, posts: 1 })
    // Taken up by a process that is no more, with no job left.
    await world.database.pool.query(
      `UPDATE lti_scores SET version = version + 1, state = 'due', resend = true, busy_until = now() - interval '1 s'
      WHERE link_id = $1`,
      [linkId],
    )
    await requeueScores(world.database, new Date())
    await until('sent again', async () => (await shown(sitting.userId)).posts === 2)
  })

  it('of an attempt from before the LMS said where scores go is sent once it does', async () => {
    const examId = await desk.addExam({ rules: { auditPercent: 0 } })
    const linkId = await lms.addLink(examId, { contextId: 'course-3' })
    await world.database.prisma.ltiLink.update({
      where: { id: linkId },
      data: { lineItemsUrl: null, scopes: [], contextId: null },
    })
    const sitting = await desk.sit({ examId })
    await lms.cameIn([sitting.userId], 'course-3')
    await handIn(sitting)
    const context = { id: 'course-3', title: 'Course' }
    const admitted = await createLtiStore(world.database).admit({
      platform: {
        id: lms.platformId,
        issuer: lms.platform.issuer,
        clientId: CLIENT,
        authUrl: '',
        jwksUrl: '',
      },
      launch: {
        sub: `u-${sitting.userId}`,
        nonce: '',
        name: null,
        deploymentId: 'd1',
        roles: [],
        link: { id: `link-${examId}`, title: 'Quiz' },
        context,
        examId: null,
        deepLink: null,
        services: {
          lineItemUrl: null,
          lineItemsUrl: `${lms.platform.issuer}/contexts/course-3/lineitems?type_id=1`,
          scopes: GRADE_SCOPES,
          membershipsUrl: `${lms.platform.issuer}/contexts/course-3/memberships`,
        },
      },
      now: new Date(),
    })
    expect(admitted).toMatchObject({ kind: 'admitted', userId: sitting.userId })
    await become(examId, sitting.userId, 'sent')
    expect(
      await world.database.prisma.ltiContext.findFirst({ where: { contextId: 'course-3' } }),
    ).toMatchObject({
      membershipsUrl: expect.stringContaining('/course-3/memberships'),
    })
  })

  it('changed in the LMS is not overwritten without being asked', async () => {
    const sitting = await seated()
    const { examId, linkId, userId } = sitting
    await desk.save(sitting)
    await handIn(sitting)
    await become(examId, userId, 'sent')
    await lms.platform.services('grade', { userId: `u-${userId}`, score: 5.5 })
    await compareScores(lms.parts, linkId)
    expect(await rowOf(examId, userId)).toMatchObject({
      standing: 'changed-there',
      ours: { given: 200 },
      theirs: { score: 5.5, max: 6 },
    })
    // Neither a new grade nor "send again" touches it.
    await override(sitting, 2, 0.5)
    await become(examId, userId, 'changed-there')
    const subject = `u-${userId}`
    const again = { linkId, viewer, subject, now: new Date() }
    expect(await lms.scores.resend({ ...again, overwrite: false })).toBe(1)
    await become(examId, userId, 'changed-there')
    expect((await shown(userId)).score).toBe(5.5)
    // Only who may change the exam may ask for it.
    for (const role of ['student', 'grader', 'observer'] as const)
      expect(
        await lms.scores.resend({
          ...again,
          overwrite: true,
          viewer: { id: await world.addPerson(role), isAdmin: false },
        }),
      ).toBeNull()
    expect(await lms.scores.resend({ ...again, overwrite: true })).toBe(1)
    await until('overwritten', async () => (await shown(userId)).score === 3)
    const log = await world.database.prisma.auditEntry.findMany({ where: { examId }, orderBy: { at: 'asc' } })
    expect(log.map(({ action }) => action)).toContain('lms-score-overwritten')
  })

  it('that the LMS refuses is parked with the reason, and goes when it is sent again', async () => {
    const sitting = await seated()
    const { examId, linkId, userId } = sitting
    await lms.platform.services('setup', { refuseScores: 422 })
    await handIn(sitting)
    await become(examId, userId, 'refused')
    expect(await rowOf(examId, userId)).toMatchObject({ problem: 'http-422', theirs: null })
    await lms.platform.services('setup', { refuseScores: 0 })
    expect(
      await lms.scores.resend({ linkId, viewer, subject: null, overwrite: false, now: new Date() }),
    ).toBe(1)
    await become(examId, userId, 'sent')
  })

  it('waits for a token that is refused, says so, and goes once it is granted', async () => {
    const sitting = await seated({}, { contextId: 'course-2' })
    const { examId, userId } = sitting
    await lms.cameIn([userId], 'course-2')
    await lms.platform.services('setup', { refuseTokens: true })
    await lms.platform.services('revoke')
    await handIn(sitting)
    await become(examId, userId, 'retrying')
    expect((await rowOf(examId, userId)).problem).toBe('token-refused-400')
    await lms.platform.services('setup', { refuseTokens: false })
    await become(examId, userId, 'sent')
  })

  it('is not sent for students whom the LMS does not know, or without the right to', async () => {
    const { examId, linkId, ...sitting } = await seated({}, { scopes: [] })
    const stranger = await desk.sit({ examId })
    await handIn(sitting)
    await handIn(stranger)
    await become(examId, sitting.userId, 'refused')
    expect(await rowOf(examId, sitting.userId)).toMatchObject({ problem: 'no-scope' })
    expect(await rowOf(examId, stranger.userId)).toMatchObject({ standing: 'not-through-lms', subject: null })
    expect((await lms.platform.gradebook()).lineItems).toHaveLength(0)
    expect(await compareScores(lms.parts, linkId)).toBe('no-scope')
  })
})
