import type { FailureStore } from '@/lib/use-cases/deps'
import type { Database } from './client'
import { transaction } from './transaction'

/** Nothing asks for longer ago. */
const KEPT_MS = 60 * 60_000

export function createFailureStore(database: Database): FailureStore {
  const { prisma, pool } = database
  return {
    async count(keys, since) {
      const rows = await prisma.failure.groupBy({
        by: ['key'],
        where: { key: { in: [...keys] }, at: { gt: since } },
        _count: true,
      })
      return keys.map((key) => rows.find((row) => row.key === key)?._count ?? 0)
    },

    async add(keys, at) {
      await prisma.$transaction([
        prisma.failure.deleteMany({ where: { at: { lte: new Date(at.getTime() - KEPT_MS) } } }),
        prisma.failure.createMany({ data: keys.map((key) => ({ key, at })) }),
      ])
    },

    claim: (limits, since, at) =>
      transaction(database, async (client) => {
        const keys = limits.map(({ key }) => key).sort()
        // Guesses at the same key come one after the other; the order of the keys keeps two from waiting for each other.
        await client.query(
          'SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest($1::text[]) WITH ORDINALITY AS k(key, i) ORDER BY i',
          [keys],
        )
        await client.query('DELETE FROM failures WHERE key = ANY($1) AND at <= $2', [
          keys,
          new Date(at.getTime() - KEPT_MS),
        ])
        const counted = await client.query<{ key: string; count: number }>(
          'SELECT key, count(*)::int AS count FROM failures WHERE key = ANY($1) AND at > $2 GROUP BY key',
          [keys, since],
        )
        const countOf = new Map(counted.rows.map(({ key, count }) => [key, count]))
        if (limits.some(({ key, most }) => (countOf.get(key) ?? 0) >= most)) return null
        const { rows } = await client.query<{ id: string }>(
          'INSERT INTO failures (id, key, at) SELECT gen_random_uuid(), key, $2 FROM unnest($1::text[]) AS key RETURNING id',
          [keys, at],
        )
        return { ids: rows.map(({ id }) => id) }
      }),

    async forgive({ ids }) {
      await pool.query('DELETE FROM failures WHERE id = ANY($1)', [ids])
    },
  }
}
