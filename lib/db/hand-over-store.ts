import { CODE_MS, type HandOverStore } from '@/lib/lti/hand-over'
import type { Database } from './client'

export function createHandOverStore({ pool }: Database): HandOverStore {
  return {
    async keep({ codeHash, sessionToken, path, now }) {
      await pool.query(
        `WITH old AS (DELETE FROM lti_hand_overs WHERE created_at < $5)
        INSERT INTO lti_hand_overs (code_hash, user_id, session_id, path, created_at)
        SELECT $1, user_id, id, $3, $4 FROM sessions WHERE session_token = $2`,
        [codeHash, sessionToken, path, now, new Date(now.getTime() - CODE_MS)],
      )
    },

    async use({ codeHash, since, now }) {
      const { rows } = await pool.query<{ userId: string; path: string }>(
        `UPDATE lti_hand_overs SET used_at = $3
        WHERE code_hash = $1 AND created_at > $2 AND used_at IS NULL RETURNING user_id AS "userId", path`,
        [codeHash, since, now],
      )
      return rows[0] ?? null
    },
  }
}
