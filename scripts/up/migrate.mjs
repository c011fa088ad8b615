import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { prismaProgram } from './generate.mjs'
import { root } from './paths.mjs'
import { Problem } from './problem.mjs'
import { attempt } from './processes.mjs'
import { step } from './say.mjs'
import { toolEnv } from './settings.mjs'

const folder = path.join(root, 'prisma/migrations')

/**
 * Brings the database to the state of prisma/migrations, creating it where it does not exist.
 * @param {string} databaseUrl
 * @returns {Promise<string>} what tells this database from any other that the same address may have held
 */
export async function ensureMigrated(databaseUrl) {
  const identity = await appliedExactly(databaseUrl)
  if (identity) return identity
  await step('Bringing the database up to date', () => deploy(databaseUrl))
  return (await appliedExactly(databaseUrl)) ?? 'unknown'
}

/** @param {string} databaseUrl */
export async function deploy(databaseUrl) {
  const { code, output } = await attempt('prisma migrate deploy', [prismaProgram, 'migrate', 'deploy'], {
    env: toolEnv(process.env, databaseUrl),
  })
  if (code === 0) return
  if (/P3009|P3018/.test(output)) {
    throw new Problem(
      'A database migration failed: the database must be repaired before the product can start; see its words below, and `npm run db -- migrate status` and `npm run db -- migrate resolve --help`.',
      output.trim(),
    )
  }
  if (/P1010|permission denied/i.test(output)) {
    throw new Problem(
      'The user in DATABASE_URL may not create the database or its tables: create the database for it (`CREATE DATABASE … OWNER …`) or grant it the right, and run the command again.',
      output.trim(),
    )
  }
  throw new Problem(
    `Bringing the database up to date failed (prisma migrate deploy, exit code ${code}): its words are below.`,
    output.trim(),
  )
}

/**
 * Asks the database itself, in a few milliseconds, whether it holds just our migrations.
 * @param {string} databaseUrl
 * @returns {Promise<string | null>} its identity, or null where something is to be done
 */
async function appliedExactly(databaseUrl) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      'SELECT id, migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at',
    )
    const unfinished = await client.query(
      'SELECT 1 FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    )
    const wanted = migrations()
    const same =
      unfinished.rowCount === 0 &&
      rows.length === wanted.length &&
      wanted.every(({ name, checksum }) =>
        rows.some((row) => row.migration_name === name && row.checksum === checksum),
      )
    return same ? String(rows[0]?.id ?? 'empty') : null
  } catch {
    // No such database or table yet: for migrate to make, or to name the trouble.
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

function migrations() {
  return readdirSync(folder)
    .map((name) => ({ name, file: path.join(folder, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({
      name,
      checksum: createHash('sha256').update(readFileSync(file)).digest('hex'),
    }))
}
