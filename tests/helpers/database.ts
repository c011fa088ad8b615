import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/**
 * A fresh database with every migration applied, for one test file: a copy of the migrated one that
 * TEST_DATABASE_URL names (`npm test -- integration` sets it). Copying takes a fraction of a second.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = templateUrl()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await maintain(template, `CREATE DATABASE "${name}" TEMPLATE "${databaseOf(template)}"`)
  const url = new URL(template)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => maintain(template, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  }
}

function templateUrl(): URL {
  const url = process.env.TEST_DATABASE_URL
  if (!url) {
    throw new Error(
      'TEST_DATABASE_URL is unset: run tests that need a database by `npm test -- integration [name]`.',
    )
  }
  return new URL(url)
}

const databaseOf = (url: URL): string => decodeURIComponent(url.pathname.slice(1))

/** Runs one statement on the server, connected to none of our databases. */
async function maintain(template: URL, statement: string): Promise<void> {
  const url = new URL(template)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
