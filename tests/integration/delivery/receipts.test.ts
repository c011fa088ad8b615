import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { revisionText } from '@/lib/exam/receipt'
import { hashRevision } from '@/lib/server/receipt-signer'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { verifyReceipt } from '@/lib/use-cases/verify-receipt'
import { type ExamDesk, examDesk, MINUTE, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let desk: ExamDesk
let sitting: Sitting
let code: string

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  sitting = await desk.sit()
  const explanation = '기울기 \\ "소실" 🧠\n\t∂L/∂W ≤ 1'
  const third = sitting.itemIds[2] ?? ''
  await desk.save(sitting, { response: { total: '7' } })
  world.clock.advance(1_234)
  await desk.save(sitting, { base: 1, response: { total: '74' } })
  await desk.save(sitting, { itemId: third, response: { explanation, b: '', a: '1e400' } })
  await desk.save(sitting, { itemId: third, base: 1, response: {} })
  const result = await submitAttempt(world.deps, sitting)
  code = (result.ok && result.value.receipt) || ''
})

const verify = (viewerId: string, given = code, isAdmin = false) =>
  verifyReceipt(world.deps, { code: given, viewer: { id: viewerId, isAdmin } })

/** As somebody with every right in the database would, past the triggers that forbid it. */
async function tamper(statement: string): Promise<void> {
  const client = await world.database.pool.connect()
  try {
    await client.query("SET session_replication_role = 'replica'")
    const { rowCount } = await client.query(statement, [sitting.itemIds[0]])
    expect(rowCount).toBe(1)
  } finally {
    await client.query("SET session_replication_role = 'origin'")
    client.release()
  }
}

it('the chain recomputed here is the one that the database wrote', async () => {
  const { rows } = await world.database.pool.query(
    `SELECT item_id, number, mutation_id, received_at, response::text, encode(hash, 'hex') AS hash
    FROM revisions WHERE item_id = ANY($1) ORDER BY item_id, number`,
    [sitting.itemIds],
  )
  expect(rows).toHaveLength(4)
  let before = ''
  for (const row of rows) {
    if (row.number === 1) before = ''
    const revision = {
      itemId: row.item_id,
      number: row.number,
      mutationId: row.mutation_id,
      receivedAt: row.received_at,
      response: row.response,
    }
    before = hashRevision(before, revisionText(revision))
    expect(row.hash).toBe(before)
  }
})

it('is valid as handed in, however the code is copied', async () => {
  for (const given of [
    code,
    code.toLowerCase().replaceAll('-', ' '),
    code.replaceAll('0', 'O').replaceAll('1', 'l'),
  ])
    expect(await verify(sitting.userId, given)).toMatchObject({
      kind: 'valid',
      attemptId: sitting.attemptId,
      revisions: 4,
    })
})

it.each([
  ['a response', `UPDATE revisions SET response = '{"total":"75"}' WHERE item_id = $1 AND number = 2`],
  [
    'an earlier response',
    `UPDATE revisions SET response = '{"total":"8"}' WHERE item_id = $1 AND number = 1`,
  ],
  [
    'a time',
    `UPDATE revisions SET received_at = received_at - interval '1 ms' WHERE item_id = $1 AND number = 2`,
  ],
  ['a number', 'UPDATE revisions SET number = 3 WHERE item_id = $1 AND number = 2'],
  ['a mutation', 'UPDATE revisions SET mutation_id = gen_random_uuid() WHERE item_id = $1 AND number = 1'],
  ['a hash', `UPDATE revisions SET hash = sha256('x') WHERE item_id = $1 AND number = 2`],
  ['the last revision taken away', 'DELETE FROM revisions WHERE item_id = $1 AND number = 2'],
  ['the first revision taken away', 'DELETE FROM revisions WHERE item_id = $1 AND number = 1'],
  [
    'a revision added with a fitting hash',
    `INSERT INTO revisions (item_id, number, mutation_id, response, received_at, hash)
    SELECT item_id, 3, m.id, '{}', received_at, revision_hash(hash, item_id, 3, m.id, received_at, '{}')
    FROM revisions, (SELECT gen_random_uuid() AS id) m WHERE item_id = $1 AND number = 2`,
  ],
  [
    'a response with a fitting hash',
    `UPDATE revisions r SET response = '{"total":"75"}', hash =
      revision_hash((SELECT hash FROM revisions WHERE item_id = $1 AND number = 1), item_id, 2, mutation_id, received_at, '{"total":"75"}')
    WHERE item_id = $1 AND number = 2`,
  ],
  [
    'the time of the close',
    `UPDATE attempts SET closed_at = closed_at - interval '1 s'
    WHERE id = (SELECT attempt_id FROM attempt_items WHERE id = $1)`,
  ],
])('says so when somebody altered %s', async (_what, statement) => {
  await tamper(statement)
  expect(await verify(sitting.userId)).toMatchObject({ kind: 'altered' })
})

it('is unknown to whom it does not concern, and readable for the staff of the course', async () => {
  const other = await desk.sit()
  const otherCourse = await world.addCourse()
  for (const stranger of [
    other.userId,
    await world.addPerson('none'),
    await world.addPerson('instructor', otherCourse),
    await world.addPerson('observer', otherCourse),
  ])
    expect(await verify(stranger)).toEqual({ kind: 'unknown' })
  for (const role of ['instructor', 'grader', 'observer'] as const)
    expect(await verify(await world.addPerson(role))).toMatchObject({ kind: 'valid' })
  expect(await verify(await world.addPerson('none'), code, true)).toMatchObject({ kind: 'valid' })
})

it('is unreadable or unknown where it is no receipt', async () => {
  for (const text of ['', 'hello', `${code}0`, code.slice(1), "' OR 1=1 --", '\u0000'])
    expect(await verify(sitting.userId, text)).toEqual({ kind: 'unreadable' })
  expect(await verify(sitting.userId, '00000-00000-00000-00000')).toEqual({ kind: 'unknown' })
})

it('an attempt that was closed without an answer has one too', async () => {
  const empty = await desk.sit()
  world.clock.advance(MINUTE)
  const result = await submitAttempt(world.deps, empty)
  expect(await verify(empty.userId, (result.ok && result.value.receipt) || '')).toMatchObject({
    kind: 'valid',
    revisions: 0,
  })
})
