import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/prisma/generated/client'

/** One pool for Prisma and for the few statements written in SQL. */
export interface Database {
  readonly prisma: PrismaClient
  readonly pool: pg.Pool
  close(): Promise<void>
}

/**
 * Opens a pool on a PostgreSQL address. Connects lazily; `onIdleError` hears of connections that break while idle
 * (a restart of the database), which the pool replaces by itself.
 */
export function openDatabase(url: string, onIdleError: (error: Error) => void, connections = 12): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, idleTimeoutMillis: 30_000 })
  pool.on('error', onIdleError)
  // A connection that breaks while it is lent out tells nobody else.
  pool.on('connect', (client) => client.on('error', onIdleError))
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    // When a room hands in at once, a transaction waits its turn rather than fail (Prisma's own limits: 2 s and 5 s).
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  })
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}
