import type pg from 'pg'
import type { StoredToolKey, ToolKeyStore } from '@/lib/lti/tool-keys'
import type { Database } from './client'
import { transaction } from './transaction'

const list = async (client: pg.ClientBase | pg.Pool): Promise<readonly StoredToolKey[]> => {
  const { rows } = await client.query<StoredToolKey>(
    `SELECT kid, public_jwk AS "publicJwk", sealed, created_at AS "createdAt", active_from AS "activeFrom",
      retired_at AS "retiredAt"
    FROM lti_tool_keys ORDER BY created_at DESC, kid`,
  )
  return rows
}

export function createToolKeyStore(database: Database): ToolKeyStore {
  return {
    list: () => list(database.pool),

    change: (decide) =>
      transaction(database, async (client) => {
        await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('lti tool keys', 0))`)
        const keys = await decide(await list(client))
        await client.query('DELETE FROM lti_tool_keys WHERE kid <> ALL($1::text[])', [
          keys.map(({ kid }) => kid),
        ])
        for (const key of keys)
          await client.query(
            `INSERT INTO lti_tool_keys (kid, public_jwk, sealed, created_at, active_from, retired_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (kid) DO UPDATE SET active_from = EXCLUDED.active_from, retired_at = EXCLUDED.retired_at`,
            [key.kid, key.publicJwk, Buffer.from(key.sealed), key.createdAt, key.activeFrom, key.retiredAt],
          )
        return list(client)
      }),
  }
}
