import { execFile } from 'node:child_process'
import { appendFile, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../helpers/database'

const root = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

// Prisma's own command line, on our engine: what a developer types.
describe('prisma, on the engine without a download', () => {
  const undo: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step()
  })

  async function aDatabase(): Promise<TestDatabase> {
    const database = await createTestDatabase()
    undo.push(() => database.drop())
    return database
  }

  /** A folder with a copy of schema and migrations, for the commands that write there. */
  async function aCopy(): Promise<string> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'schema-engine-'))
    undo.push(() => rm(folder, { recursive: true }))
    for (const name of ['prisma', 'prisma.config.ts', 'package.json']) {
      await cp(path.join(root, name), path.join(folder, name), {
        recursive: true,
        filter: (source) => !source.endsWith('generated'),
      })
    }
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    return folder
  }

  async function prisma(
    cwd: string,
    url: string,
    ...args: string[]
  ): Promise<{ code: number; output: string }> {
    const { PRISMA_SCHEMA_ENGINE_BINARY, ...env } = process.env
    const program = path.join(root, 'node_modules/prisma/build/index.js')
    try {
      const { stdout, stderr } = await run(process.execPath, [program, ...args], {
        cwd,
        env: { ...env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1', NO_COLOR: '1' },
      })
      return { code: 0, output: `${stdout}${stderr}` }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && typeof error.code === 'number')) throw error
      const { stdout, stderr } = error as Error & { stdout?: string; stderr?: string }
      return { code: error.code, output: `${stdout ?? ''}${stderr ?? ''}` }
    }
  }

  const tables = async (url: string): Promise<string[]> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")
    await client.end()
    return rows.map(({ name }) => name)
  }

  it('finds the migrated database up to date', async () => {
    const { url } = await aDatabase()

    expect(await prisma(root, url, 'migrate', 'status')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Database schema is up to date'),
    })
  })

  it.each([
    ['the migrations', ['--from-migrations', 'prisma/migrations']],
    ['the migrated database', ['--from-config-datasource']],
  ])('finds nothing between %s and the schema', async (_, from) => {
    const { url } = await aDatabase()
    const compare = ['migrate', 'diff', ...from, '--to-schema', 'prisma/schema.prisma', '--exit-code']

    expect(await prisma(root, url, ...compare)).toEqual({
      code: 0,
      output: expect.stringContaining('No difference detected'),
    })
  })

  it('writes and applies the migration of a changed schema, also after one with a function in it', async () => {
    const [{ url }, folder] = await Promise.all([aDatabase(), aCopy()])
    await appendFile(
      path.join(folder, 'prisma/schema.prisma'),
      '\nmodel Planted {\n  id Int @id\n  on Boolean?\n}\n',
    )
    const made = await prisma(folder, url, 'migrate', 'dev', '--name', 'planted')

    expect(made).toMatchObject({ code: 0 })
    expect(await tables(url)).toContain('Planted')
    const name = (await readdir(path.join(folder, 'prisma/migrations'))).find((each) =>
      each.endsWith('_planted'),
    )
    const sql = await readFile(path.join(folder, 'prisma/migrations', name ?? '', 'migration.sql'), 'utf8')
    expect(sql).toContain('CREATE TABLE "Planted"')
    expect(sql).not.toContain('ALTER TABLE')
  })

  it('creates a database that is missing, and runs scripts as PostgreSQL reads them', async () => {
    const [{ url }, folder] = await Promise.all([aDatabase(), aCopy()])
    const missing = new URL(url)
    missing.pathname = `${missing.pathname}_missing`
    undo.push(async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(`DROP DATABASE "${missing.pathname.slice(1)}"`)
      await client.end()
    })
    const migration = path.join(folder, 'prisma/migrations/20990101000000_odd')
    await cp(path.join(folder, 'prisma/migrations/migration_lock.toml'), path.join(migration, 'ignored.toml'))
    const odd = `CREATE TABLE "odd" ("text" TEXT DEFAULT 'a;b'); -- and; a comment
      CREATE FUNCTION "twice"(n INT) RETURNS INT LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END; $$;
      INSERT INTO "odd" VALUES ("twice"(2)::TEXT || ';');`
    await writeFile(path.join(migration, 'migration.sql'), odd)

    expect(await prisma(folder, missing.href, 'migrate', 'deploy')).toMatchObject({ code: 0 })
    expect(await tables(missing.href)).toContain('odd')
  })

  it('stops at a migration that fails, and says which', async () => {
    const [{ url }, folder] = await Promise.all([aDatabase(), aCopy()])
    const migration = path.join(folder, 'prisma/migrations/20990101000000_broken')
    await cp(path.join(folder, 'prisma/migrations/migration_lock.toml'), path.join(migration, 'ignored.toml'))
    await writeFile(path.join(migration, 'migration.sql'), 'ALTER TABLE "no_such_table" ADD COLUMN "x" INT;')

    const first = await prisma(folder, url, 'migrate', 'deploy')
    expect(first.code).toBe(1)
    expect(first.output).toContain('no_such_table')
    const second = await prisma(folder, url, 'migrate', 'deploy')
    expect(second.code).toBe(1)
    expect(second.output).toContain('P3009')
  })
})
