import type pg from 'pg'

/** Columns that say who did something: they follow the person. */
export const byColumns: readonly (readonly [table: string, column: string])[] = [
  ['admin_entries', 'by_id'],
  ['audit_entries', 'by_id'],
  ['exam_notices', 'by_id'],
  ['grades', 'by_id'],
  ['invitations', 'created_by_id'],
  ['labelled_examples', 'by_id'],
  ['lti_registrations', 'by_id'],
  ['question_versions', 'by_id'],
  ['questions', 'draft_by_id'],
  ['regrade_runs', 'applied_by_id'],
  ['regrade_runs', 'by_id'],
  ['regrade_runs', 'rolled_back_by_id'],
  ['review_claims', 'by_id'],
]

/** What belongs to a person and is handed over as it is. */
export const ownColumns: readonly (readonly [table: string, column: string])[] = [
  ['accounts', 'user_id'],
  ['admin_entries', 'user_id'],
  ['attempts', 'user_id'],
  ['exam_exceptions', 'user_id'],
  ['exam_notices', 'user_id'],
  ['lti_deep_links', 'user_id'],
  // By the platform's subject, which nobody else has: never two for one.
  ['lti_scores', 'user_id'],
]

/** What is put together row by row, or ends. */
export const otherColumns: readonly (readonly [table: string, column: string])[] = [
  ['account_tokens', 'user_id'],
  ['enrolments', 'user_id'],
  ['lti_hand_overs', 'user_id'],
  ['sessions', 'user_id'],
]

/**
 * Makes two accounts of one person one: identities, attempts, enrolments and whatever was done move; the emptied account
 * goes with its logins. In a course of both, the role is that of the account that goes (its LMS says it anew at every
 * launch), and the more generous accommodation holds.
 * @returns with nothing changed where both have an attempt, or an exception, at the same exam, or are two people of the
 * same platform, of whom one would then get the other's scores
 */
export async function joinPeople(
  client: pg.ClientBase,
  fromId: string,
  intoId: string,
): Promise<'joined' | 'same-exam' | 'same-platform'> {
  // Nobody starts an attempt for either meanwhile; always in the same order, so that two joins do not wait for each other.
  await client.query('SELECT 1 FROM users WHERE id = ANY($1) ORDER BY id FOR UPDATE', [[fromId, intoId]])
  const clash = await client.query(
    `SELECT 1 FROM attempts a JOIN attempts b ON b.exam_id = a.exam_id WHERE a.user_id = $1 AND b.user_id = $2
    UNION ALL
    SELECT 1 FROM exam_exceptions a JOIN exam_exceptions b ON b.exam_id = a.exam_id
      WHERE a.user_id = $1 AND b.user_id = $2
    LIMIT 1`,
    [fromId, intoId],
  )
  if (clash.rowCount !== 0) return 'same-exam'
  const twice = await client.query(
    'SELECT 1 FROM accounts a JOIN accounts b ON b.provider = a.provider WHERE a.user_id = $1 AND b.user_id = $2 LIMIT 1',
    [fromId, intoId],
  )
  if (twice.rowCount !== 0) return 'same-platform'
  await client.query(
    `INSERT INTO enrolments AS e (course_id, user_id, role, time_percent, extra_minutes, left_at, created_at)
    SELECT course_id, $2, role, time_percent, extra_minutes, left_at, created_at FROM enrolments WHERE user_id = $1
    ON CONFLICT (course_id, user_id) DO UPDATE SET
      role = CASE WHEN EXCLUDED.left_at IS NULL THEN EXCLUDED.role ELSE e.role END,
      left_at = CASE WHEN EXCLUDED.left_at IS NULL OR e.left_at IS NULL THEN NULL ELSE e.left_at END,
      time_percent = GREATEST(e.time_percent, EXCLUDED.time_percent),
      extra_minutes = GREATEST(e.extra_minutes, EXCLUDED.extra_minutes)`,
    [fromId, intoId],
  )
  for (const [table, column] of [...ownColumns, ...byColumns])
    await client.query(`UPDATE "${table}" SET "${column}" = $2 WHERE "${column}" = $1`, [fromId, intoId])
  await client.query('DELETE FROM users WHERE id = $1', [fromId])
  return 'joined'
}
