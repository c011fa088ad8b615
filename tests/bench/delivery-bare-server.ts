import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

/**
 * What the product's saves are measured against: node:http and pg doing the same two writes in one statement, with
 * no login, no check and no hash. As many connections to the database as the product opens.
 */
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 12 })

const statement = {
  name: 'bare-save',
  text: `
    WITH bumped AS (UPDATE attempt_items SET revision = revision + 1 WHERE id = $1 RETURNING revision)
    INSERT INTO revisions (item_id, number, mutation_id, response, received_at, hash)
    SELECT $1, bumped.revision, $2, $3, $4, $5 FROM bumped RETURNING number`,
}
const hash = Buffer.alloc(32, 7)

const server = createServer((request, response) => {
  const reply = (status: number, body: unknown) => {
    const text = JSON.stringify(body)
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  }
  if (request.method === 'GET') return reply(200, { live: true })
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { itemId, mutationId, response: answer } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const now = new Date()
    const values = [itemId, mutationId, JSON.stringify(answer), now, hash]
    pool.query<{ number: number }>({ ...statement, values }).then(
      ({ rows }) => reply(200, { revision: rows[0]?.number, savedAt: now, now }),
      (error: Error) => reply(500, { error: error.message }),
    )
  })
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
