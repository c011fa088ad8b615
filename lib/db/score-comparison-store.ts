import type { ComparisonStore } from '@/lib/lti/score-comparison'
import type { Database } from './client'
import {
  type LinkColumns,
  linkColumns,
  type ScoreColumns,
  scoreColumns,
  toGradeLink,
  toScore,
} from './lti-score-store'

export function createComparisonStore({ pool }: Database): ComparisonStore {
  return {
    async findForComparison(linkId) {
      const { rows: links } = await pool.query<LinkColumns>(
        `SELECT ${linkColumns} FROM lti_links l JOIN lti_platforms p ON p.id = l.platform_id AND p.active
          JOIN exams e ON e.id = l.exam_id WHERE l.id = $1`,
        [linkId],
      )
      const [link] = links
      if (!link) return null
      const { rows } = await pool.query<ScoreColumns>(
        `SELECT ${scoreColumns} FROM lti_scores s WHERE s.link_id = $1`,
        [linkId],
      )
      return { ...toGradeLink(link), rows: rows.map(toScore) }
    },

    async keepComparison({ linkId, at, rows }) {
      const given = rows.map(({ row, theirs, state }) => ({
        subject: row.subject,
        version: row.version,
        before: row.state,
        deliveredAt: row.deliveredAt,
        theirs,
        state,
      }))
      await pool.query(
        `WITH given AS (
          SELECT * FROM jsonb_to_recordset($2) AS g(subject text, version int, before text, "deliveredAt" timestamptz,
            theirs jsonb, state text)
        ), compared AS (
          UPDATE lti_links SET compared_at = $3, compare_error = NULL WHERE id = $1
        )
        UPDATE lti_scores s SET theirs = given.theirs, read_at = $3, state = given.state
        FROM given WHERE s.link_id = $1 AND s.subject = given.subject AND s.version = given.version
          AND s.state = given.before AND s.delivered_at IS NOT DISTINCT FROM given."deliveredAt"`,
        [linkId, JSON.stringify(given), at],
      )
    },

    async keepComparisonError(linkId, problem) {
      await pool.query('UPDATE lti_links SET compare_error = $2 WHERE id = $1', [linkId, problem])
    },
  }
}
