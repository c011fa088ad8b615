import { expect, it } from 'vitest'
import { planRegrade, readRegrade, workOnRegrade } from '@/lib/use-cases/regrade'
import { writeDemoData } from '@/prisma/demo-data/write'
import { createExamWorld, type ExamWorld } from '../helpers/exam-world'

const NOW = new Date('2026-11-25T03:00:00Z')

/** What everybody wrote and got, without the ids that the database draws. */
async function contents(world: ExamWorld) {
  const { rows } = await world.database.pool.query(
    `SELECT u.email, e.title->>'en' AS exam, a.number, a.started_at, a.closed_at, i.slot, i.params, i.awarded,
      (SELECT jsonb_agg(r.response ORDER BY r.number) FROM revisions r WHERE r.item_id = i.id) AS answers
    FROM attempt_items i JOIN attempts a ON a.id = i.attempt_id JOIN exams e ON e.id = a.exam_id
      JOIN users u ON u.id = a.user_id JOIN courses c ON c.id = e.course_id
    WHERE c.code = 'dl-demo-200' ORDER BY 1, 2, 3, 6`,
  )
  return rows
}

it('the same seed gives the same people, variants, answers and scores, and a second run adds nothing', async () => {
  const worlds = await Promise.all([createExamWorld(), createExamWorld()])
  try {
    const [first, second] = worlds
    const write = (world: ExamWorld, seed = 'test') =>
      writeDemoData(world.database, world.deps, { seed, now: NOW, most: 8 })
    const { attempts, courseId, examIds } = await write(first)
    expect(attempts).toBeGreaterThan(15)
    const written = await contents(first)
    expect(written.length).toBeGreaterThan(45)
    await write(second)
    expect(await contents(second)).toEqual(written)

    // Grading anew by the same graders gives every score to the bit.
    const admin = { id: await first.addPerson('none'), isAdmin: true }
    for (const examId of examIds) {
      const request = {
        reason: 'x',
        slots: [1, 2, 3, 4],
        versions: {},
        includeManual: false,
        passPercent: 60,
      }
      const planned = await planRegrade(first.deps, {
        examId,
        viewer: admin,
        request: { ...request, policy: 'as-computed' },
      })
      if (!planned.ok) throw new Error(planned.error.kind)
      await workOnRegrade(first.deps, planned.value.runId)
      const found = await readRegrade(first.deps, { runId: planned.value.runId, viewer: admin })
      expect(found?.counts.answers).toBeGreaterThan(20)
      expect(found?.counts).toMatchObject({ changed: 0, defect: 0 })
    }

    expect((await write(first)).attempts).toBe(0)
    expect(await contents(first)).toEqual(written)
    expect(await first.database.prisma.enrolment.count({ where: { courseId, role: 'student' } })).toBe(200)
    // Nobody is left who could sign in with a login of the simulation.
    expect(await first.database.prisma.session.count()).toBe(0)

    // A run that was cut off is taken up again.
    const lost = await first.database.prisma.attempt.findFirstOrThrow({
      where: { closedAt: { not: null }, exam: { title: { path: ['en'], equals: 'Deep learning midterm' } } },
    })
    await first.database.prisma.attempt.update({
      where: { id: lost.id },
      data: { closedAt: null, closesAt: null },
    })
    await write(first)
    expect(await contents(first)).toEqual(written)
  } finally {
    await Promise.all(worlds.map((world) => world.close()))
  }
})
