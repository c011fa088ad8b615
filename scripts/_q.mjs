import pg from 'pg'
import { startEmbeddedDatabase } from './up/database.mjs'
import { takeLock } from './up/lock.mjs'
import { stopAll } from './up/processes.mjs'

const lock = takeLock('prisma', 'x')
const { url } = await startEmbeddedDatabase()
const c = new pg.Client({ connectionString: url })
await c.connect()
for (const q of process.argv.slice(2)) console.table((await c.query(q)).rows)
await c.end()
await stopAll()
lock.release()
process.exit(0)
