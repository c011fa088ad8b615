import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { verifyReceipt } from '@/lib/use-cases/verify-receipt'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
beforeAll(async () => {
  world = await createExamWorld()
})
afterAll(() => world.close())

/** A student who saved twice and handed in. */
async function handedIn() {
  const userId = await world.addPerson('student')
  const sessionToken = await world.addSession(userId)
  const started = await startAttempt(world.deps, { examId: world.examId, userId })
  if (!started.ok) throw new Error(started.error.kind)
  const { attemptId } = started.value
  const attempt = await world.deps.attempts.findOwned({ attemptId, userId })
  const itemId = attempt!.items[0]!.id
  for (const [base, total] of ['7', '74'].entries())
    await world.deps.attempts.save({
      attemptId,
      itemId,
      userId,
      sessionToken,
      seat: 0,
      mutationId: randomUUID(),
      base,
      response: { total },
      typedAt: world.clock.now(),
      now: world.clock.now(),
    })
  await submitAttempt(world.deps, { attemptId, userId })
  const closed = await world.deps.attempts.findOwned({ attemptId, userId })
  return { userId, attemptId, itemId, code: closed!.receipt! }
}

const verify = (code: string, id: string, isAdmin = false) =>
  verifyReceipt(world.deps, { code, viewer: { id, isAdmin } })

/** Changes a row behind the product's back, as somebody with the database's own password could. */
async function tamper(statement: string, values: unknown[]): Promise<void> {
  const { pool } = world.database
  await pool.query('ALTER TABLE revisions DISABLE TRIGGER revisions_append_only')
  await pool.query(statement, values)
  await pool.query('ALTER TABLE revisions ENABLE TRIGGER revisions_append_only')
}

describe('verifyReceipt', () => {
  it('finds what was handed in, for its student and the staff, however the code is written', async () => {
    const { userId, attemptId, code } = await handedIn()
    const instructor = await world.addPerson('instructor')
    const expected = { kind: 'valid', code, attemptId, number: 1, revisions: 2 }
    expect(await verify(code, userId)).toMatchObject({ ...expected, own: true })
    const sloppy = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect(await verify(sloppy, instructor)).toMatchObject({ ...expected, own: false })
  })

  it("does not know a classmate's code, nor one of another course", async () => {
    const { code } = await handedIn()
    const elsewhere = await world.addPerson('instructor', await world.addCourse())
    for (const id of [await world.addPerson('student'), elsewhere])
      expect(await verify(code, id)).toEqual({ kind: 'unknown' })
    expect(await verify(code, elsewhere, true)).toMatchObject({ kind: 'valid' })
  })

  it('tells a code that can be none from one that there is not', async () => {
    const { userId, code } = await handedIn()
    for (const nonsense of ['', 'abc', `${code}X`, code.replace(/.$/, 'U'), '🧠'.repeat(20)])
      expect(await verify(nonsense, userId)).toEqual({ kind: 'unreadable' })
    const other = code.startsWith('2') ? `3${code.slice(1)}` : `2${code.slice(1)}`
    expect(await verify(other, userId)).toEqual({ kind: 'unknown' })
  })

  it('sees an answer that was altered afterwards', async () => {
    const { userId, itemId, code } = await handedIn()
    await tamper(`UPDATE revisions SET response = '{"total":"75"}' WHERE item_id = $1 AND number = 2`, [
      itemId,
    ])
    expect(await verify(code, userId)).toMatchObject({ kind: 'altered' })
  })

  it('sees an answer altered together with its hash', async () => {
    const { userId, itemId, code } = await handedIn()
    await tamper(
      `UPDATE revisions r SET response = '{"total":"75"}', hash = revision_hash(before.hash, r.item_id, r.number,
        r.mutation_id, r.received_at, '{"total":"75"}')
      FROM revisions before WHERE before.item_id = r.item_id AND before.number = 1 AND r.item_id = $1 AND r.number = 2`,
      [itemId],
    )
    expect(await verify(code, userId)).toMatchObject({ kind: 'altered' })
  })

  it('sees a time that was altered and a revision that was taken away', async () => {
    const moved = await handedIn()
    await tamper(
      "UPDATE revisions SET received_at = received_at - interval '1 hour' WHERE item_id = $1 AND number = 1",
      [moved.itemId],
    )
    expect(await verify(moved.code, moved.userId)).toMatchObject({ kind: 'altered' })
    const cut = await handedIn()
    await tamper('DELETE FROM revisions WHERE item_id = $1 AND number = 2', [cut.itemId])
    expect(await verify(cut.code, cut.userId)).toMatchObject({ kind: 'altered' })
  })
})
