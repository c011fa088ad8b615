import { INVITED_MS, type RegistrationStore } from '@/lib/lti/registration'
import type { Database } from './client'
import { insertPlatform } from './platform-store'
import { transaction } from './transaction'

export function createRegistrationStore(database: Database): RegistrationStore {
  const { pool } = database
  return {
    async invite({ viewer, tokenHash, now }) {
      if (!viewer.isAdmin) return false
      await pool.query(
        `WITH old AS (DELETE FROM lti_registrations WHERE created_at < $4)
        INSERT INTO lti_registrations (token_hash, by_id, created_at) VALUES ($1, $2, $3)`,
        [tokenHash, viewer.id, now, new Date(now.getTime() - INVITED_MS)],
      )
      return true
    },

    async use({ tokenHash, since, now }) {
      const { rowCount } = await pool.query(
        `UPDATE lti_registrations SET used_at = $3
        WHERE token_hash = $1 AND created_at > $2 AND used_at IS NULL`,
        [tokenHash, since, now],
      )
      return rowCount === 1
    },

    async giveBack(tokenHash) {
      await pool.query('UPDATE lti_registrations SET used_at = NULL WHERE token_hash = $1', [tokenHash])
    },

    addWaiting: ({ platform, deploymentId, now }) =>
      transaction(database, (client) =>
        insertPlatform(client, { platform, deploymentId, active: false, now }),
      ),
  }
}
