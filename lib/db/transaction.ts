import type pg from 'pg'
import type { Database } from './client'

/** Runs the statements on one connection; all of them take effect, or none. */
export async function transaction<Value>(
  { pool }: Database,
  run: (client: pg.ClientBase) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const value = await run(client)
    await client.query('COMMIT')
    client.release()
    return value
  } catch (error) {
    // A connection that cannot even roll back is not lent out again.
    await client.query('ROLLBACK').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}
