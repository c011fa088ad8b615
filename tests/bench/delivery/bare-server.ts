import { createServer } from 'node:http'
import pg from 'pg'

/**
 * The baseline: node:http and pg doing the writes of a save (the next revision of the problem, its row) and nothing
 * else: no login, no checks, no chain of hashes, no idempotence.
 */
const statement = {
  name: 'bare-save',
  text: `
    WITH bumped AS (UPDATE attempt_items SET revision = revision + 1 WHERE id = $1 RETURNING revision)
    INSERT INTO revisions (item_id, number, mutation_id, response, received_at, hash)
    SELECT $1, revision, $2, $3, $4, $5 FROM bumped RETURNING number`,
}
const noHash = Buffer.alloc(32)

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 })
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', async () => {
    const { itemId, mutationId, response: typed } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const now = new Date()
    const { rows } = await pool.query({
      ...statement,
      values: [itemId, mutationId, JSON.stringify(typed), now, noHash],
    })
    const body = JSON.stringify({ revision: rows[0].number, savedAt: now, now })
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`listening ${typeof address === 'object' && address ? address.port : 0}`)
})
