#!/usr/bin/env node
// A schema engine for Prisma's command line (`prisma migrate …`, `prisma db …`) that needs no downloaded binary.
//
// The official command line starts the program that PRISMA_SCHEMA_ENGINE_BINARY names (prisma.config.ts) and speaks
// JSON-RPC with it over standard input and output, one message a line. Here those calls are answered by Prisma's own
// engine in its WebAssembly build, which reaches the database through Prisma's pg adapter. Beside that it has a small
// command line of its own (`cli can-connect-to-database`, `create-database`, `drop-database`).
//
// After an upgrade of Prisma: pin @prisma/schema-engine-wasm to the build that @prisma/engines-version names, and run
// the tests of this engine.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { parse } from 'pg-connection-string'

const require = createRequire(import.meta.url)

/** Every value given for a flag. @param {string} flag */
const valuesOf = (flag) =>
  process.argv.flatMap((word, index, all) => (word === flag ? [all[index + 1] ?? ''] : []))

/** @type {{ url?: string }} */
const datasource = JSON.parse(valuesOf('--datasource')[0] ?? '{}')

/** The command line reads the reason for a failure from a structured line on standard error. */
const logError = (/** @type {object} */ fields) => {
  const entry = {
    timestamp: new Date().toISOString(),
    level: 'ERROR',
    fields,
    target: 'schema_engine::logger',
  }
  process.stderr.write(`\n${JSON.stringify(entry)}\n`)
}

const command = process.argv.indexOf('cli')
if (process.argv.includes('--version')) {
  console.log(`schema-engine-cli ${require('@prisma/engines-version').enginesVersion}`)
} else if (command > 0) {
  process.exitCode = await runCommand(process.argv[command + 1])
} else {
  await serve()
}

/** @param {string | undefined} name @returns {Promise<number>} the exit code */
async function runCommand(name) {
  const url = new URL(datasource.url ?? '')
  const database = decodeURIComponent(url.pathname.slice(1))
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  // `schema=…` is Prisma's own word; `sslmode=…` has to stay.
  maintenance.searchParams.delete('schema')
  const target = name === 'can-connect-to-database' ? url : maintenance
  const client = new pg.Client({ connectionString: String(target) })
  try {
    await client.connect()
    if (name === 'create-database') await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`)
    if (name === 'drop-database') await client.query(`DROP DATABASE ${pg.escapeIdentifier(database)}`)
    return 0
  } catch (error) {
    const justCreatedByAnother = ['42P04', '23505'].includes(error.code)
    if (name === 'create-database' && justCreatedByAnother) return 0
    const code = { '3D000': 'P1003', '28P01': 'P1000', 42501: 'P1010' }[error.code] ?? 'P1001'
    const message =
      code === 'P1003'
        ? `Database \`${database}\` does not exist`
        : `Can't reach database server at \`${url.host}\`: ${error.message}`
    logError({ error_code: code, message })
    return 1
  } finally {
    await client.end().catch(() => {})
  }
}

/** Answers the command line's calls until it closes our standard input. */
async function serve() {
  const binding = await loadEngine()
  const { bindMigrationAwareSqlAdapterFactory } = require('@prisma/driver-adapter-utils')
  const datamodels = valuesOf('--datamodels').map((file) => [file, readFileSync(file, 'utf8')])
  /** @type {Promise<any> | undefined} */
  let made
  const engine = () => {
    made ??= binding.SchemaEngine.new(
      { datamodels: datamodels.length > 0 ? datamodels : undefined },
      () => {},
      bindMigrationAwareSqlAdapterFactory(createFactory()),
    )
    return made
  }

  let pending = 0
  let closed = false
  const exitWhenDone = () => {
    if (closed && pending === 0) process.exit(0)
  }
  const send = (/** @type {object} */ message) =>
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

  createInterface({ input: process.stdin })
    .on('line', async (line) => {
      const { id, method, params } = JSON.parse(line)
      pending += 1
      try {
        const result = (await call(await engine(), method, params ?? {})) ?? null
        // The native engine prints a diff itself; the WebAssembly build hands it back.
        if (method === 'diff' && result?.stdout != null) {
          send({ id: 0, method: 'print', params: { content: result.stdout } })
        }
        send({ id, result })
      } catch (error) {
        const data = {
          is_panic: false,
          message: String(error.message ?? error),
          error_code: error.code,
          meta: error.meta,
        }
        send({
          id,
          error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
        })
      }
      pending -= 1
      exitWhenDone()
    })
    .on('close', () => {
      closed = true
      exitWhenDone()
    })
}

/** @param {any} engine @param {string} method @param {any} params */
async function call(engine, method, params) {
  if (method === 'getDatabaseVersion') return engine.version(params)
  if (method === 'createDatabase') return { databaseName: '' }
  if (method === 'evaluateDataLoss') {
    // Alone it fails for want of a shadow database; it then reads the schema that devDiagnostic has just worked out.
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
  }
  return engine[method](params)
}

/** The WebAssembly engine, instantiated by hand: its package is written for bundlers. */
async function loadEngine() {
  const binding = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
  const module = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': binding })
  // @ts-expect-error the engine looks its panic hook up by this name
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (/** @type {string} */ message) => process.stderr.write(`PANIC ${message}\n`),
  }
  binding.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return binding
}

/** Prisma's pg adapter with its gaps filled (see below). */
function createFactory() {
  const { host, port, user, password, database, ssl } = parse(
    datasource.url ?? 'postgresql://none@127.0.0.1:1/none',
  )
  const schema = datasource.url
    ? (new URL(datasource.url).searchParams.get('schema') ?? undefined)
    : undefined
  const config = {
    // Single fields, never a connection string: the shadow database is named by adding `database`, and a connection
    // string would win over that.
    host: host ?? '127.0.0.1',
    port: port ? Number(port) : 5432,
    user,
    password,
    database: database ?? undefined,
    ssl: /** @type {any} */ (ssl),
    // One connection keeps the advisory lock of a migration and the statements under it together.
    max: 1,
  }
  const factory = new PrismaPg(config, { schema })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => mendAdapter(await connect())
  factory.connectToShadowDb = async () => {
    const admin = await factory.connect()
    const shadowName = `prisma_migrate_shadow_db_${randomUUID()}`
    await admin.executeScript(`CREATE DATABASE "${shadowName}"`)
    const shadow = await new PrismaPg({ ...config, database: shadowName }).connect()
    const close = shadow.dispose.bind(shadow)
    // The adapter drops the shadow database before it closes its own connections, which PostgreSQL refuses.
    shadow.dispose = async () => {
      await close()
      await admin.executeScript(`DROP DATABASE "${shadowName}" WITH (FORCE)`)
      await admin.dispose()
    }
    return mendAdapter(shadow)
  }
  return factory
}

/**
 * The adapter cannot read two types of PostgreSQL's catalogue that the engine asks for: "char" is handed on as text
 * and labelled a character again, name[] as text[]. And it cannot run every script.
 * @template Queryable
 * @param {Queryable} queryable
 * @returns {Queryable}
 */
function mendAdapter(queryable) {
  const { ColumnTypeEnum } = require('@prisma/driver-adapter-utils')
  const oid = { char: 18, text: 25, nameArray: 1003, textArray: 1009 }
  const readable = new Map([
    [oid.char, oid.text],
    [oid.nameArray, oid.textArray],
  ])
  const target = /** @type {any} */ (queryable)
  const performIO = target.performIO.bind(target)
  const queryRaw = target.queryRaw.bind(target)
  /** @type {boolean[]} */
  let isChar = []
  target.performIO = async (/** @type {any} */ query) => {
    const result = await performIO(query)
    const fields = result.fields ?? []
    isChar = fields.map((/** @type {any} */ field) => field.dataTypeID === oid.char)
    return {
      rows: result.rows,
      rowCount: result.rowCount,
      fields: fields.map((/** @type {any} */ field) => ({
        ...field,
        name: field.name,
        dataTypeID: readable.get(field.dataTypeID) ?? field.dataTypeID,
      })),
    }
  }
  target.queryRaw = async (/** @type {any} */ query) => {
    const result = await queryRaw(query)
    for (const [index, yes] of isChar.entries()) if (yes) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  // The adapter cuts a script at every semicolon, also inside a function's body: PostgreSQL takes it whole.
  target.executeScript = async (/** @type {string} */ script) => {
    try {
      await target.client.query(script)
    } catch (error) {
      target.onError(error)
    }
  }
  // The adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL itself takes it whole.
  target.executeScript = async (/** @type {string} */ script) => {
    try {
      await target.client.query(script)
    } catch (error) {
      target.onError(error)
    }
  }
  if (target.startTransaction) {
    const startTransaction = target.startTransaction.bind(target)
    target.startTransaction = async (/** @type {any[]} */ ...args) =>
      mendAdapter(await startTransaction(...args))
  }
  return queryable
}
