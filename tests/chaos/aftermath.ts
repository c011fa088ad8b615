import type { StoredResponse } from '@/lib/question/field'
import { verifyReceipt } from '@/lib/use-cases/verify-receipt'
import { answersOf, type Sheet, sameAnswers } from './answers'
import type { Acknowledged } from './network'
import type { Sitting } from './sitting'

interface Revision {
  readonly position: number
  readonly item_id: string
  readonly number: number
  readonly mutation_id: string
  readonly response: StoredResponse
}

/** What the database holds of an attempt, oldest first. */
export async function revisionsOf({ world, attemptId }: Sitting): Promise<readonly Revision[]> {
  const { rows } = await world.services.database.pool.query<Revision>(
    `SELECT i.position, r.item_id, r.number, r.mutation_id, r.response
    FROM revisions r JOIN attempt_items i ON i.id = r.item_id WHERE i.attempt_id = $1 ORDER BY r.number`,
    [attemptId],
  )
  return rows
}

/** Acknowledged saves that are not there word for word. */
export const lostOf = (
  acknowledged: readonly Acknowledged[],
  revisions: readonly Revision[],
): Acknowledged[] =>
  acknowledged.filter(
    (each) =>
      !revisions.some(
        (row) =>
          row.item_id === each.itemId &&
          row.number === each.revision &&
          row.mutation_id === each.mutationId &&
          sameAnswers(answersOf(row.response), answersOf(each.response as StoredResponse)),
      ),
  )

/** Answers that the page called saved and that the database never held. */
export const falselySaved = (sheets: readonly Sheet[], revisions: readonly Revision[]): string[] =>
  sheets.flatMap((sheet) =>
    Object.entries(sheet)
      .filter(
        ([position, answers]) =>
          Object.keys(answers).length > 0 &&
          !revisions.some(
            (row) => String(row.position) === position && sameAnswers(answersOf(row.response), answers),
          ),
      )
      .map(([position, answers]) => `${position}: ${JSON.stringify(answers).slice(0, 200)}`),
  )

/** Problems whose latest revision is not what stands on the page. */
export function differing(sheet: Sheet, revisions: readonly Revision[]): string[] {
  return Object.entries(sheet)
    .filter(([position, answers]) => {
      const latest = revisions.findLast((row) => String(row.position) === position)
      return !sameAnswers(latest ? answersOf(latest.response) : {}, answers)
    })
    .map(([position]) => position)
}

/** Once handed in: every problem graded by its last revision, and a receipt that verifies. */
export async function gradedWrongly({ world, attemptId }: Sitting): Promise<string[]> {
  const { pool } = world.services.database
  const { rows } = await pool.query<{ position: number; revision: number; graded: number | null }>(
    `SELECT i.position, i.revision,
      (SELECT g.revision FROM grades g WHERE g.item_id = i.id ORDER BY g.at DESC LIMIT 1) AS graded
    FROM attempt_items i WHERE i.attempt_id = $1`,
    [attemptId],
  )
  const wrong = rows
    .filter(({ revision, graded }) => revision !== graded)
    .map(
      ({ position, revision, graded }) => `problem ${position} graded at revision ${graded}, not ${revision}`,
    )
  const found = await pool.query<{ receipt: string | null }>('SELECT receipt FROM attempts WHERE id = $1', [
    attemptId,
  ])
  const verdict = await verifyReceipt(world.services.deps, {
    code: found.rows[0]?.receipt ?? '',
    viewer: { id: world.student.id, isAdmin: false },
  })
  return verdict.kind === 'valid' ? wrong : [...wrong, `the receipt is ${verdict.kind}`]
}
