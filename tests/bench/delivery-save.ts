import { randomUUID } from 'node:crypto'
import { Connection } from './delivery-connection'
import { count, heading, line, median, spread } from './delivery-numbers'
import { coreTime } from './delivery-process'
import type { Seated, World } from './delivery-world'

/** Students who save as fast as they get replies, each on a connection of their own. */
export const SAVERS = 24
const ROUNDS = 6
const ROUND_MS = 2_500

export interface Target {
  readonly name: string
  readonly url: string
  readonly pid: number
}

interface Measured {
  readonly perSecond: number[]
  readonly latencies: number[]
  /** Time of the server process on a core, milliseconds. */
  core: number
  saves: number
}

/** Saves of all students for so long. Throws where one fails. */
async function round(target: Target, students: readonly Seated[], ms: number, into: Measured): Promise<void> {
  const url = new URL(target.url)
  const from = performance.now()
  const coreBefore = coreTime(target.pid) ?? Number.NaN
  let saves = 0
  await Promise.all(
    students.map(async (student, i) => {
      const connection = new Connection(url, student.cookie)
      const item = student.items[i % student.items.length]!
      let base = revisions.get(item.id) ?? 0
      while (performance.now() - from < ms) {
        const {
          status,
          text,
          ms: took,
        } = await connection.post(`/api/attempts/${student.attemptId}/save`, {
          itemId: item.id,
          mutationId: randomUUID(),
          seat: 0,
          typedAt: new Date(),
          base,
          response: item.response,
        })
        if (status !== 200) throw new Error(`${target.name} refused a save: ${status} ${text}`)
        base = JSON.parse(text).revision
        into.latencies.push(took)
        saves += 1
      }
      revisions.set(item.id, base)
      connection.close()
    }),
  )
  into.perSecond.push((1000 * saves) / (performance.now() - from))
  into.core += (coreTime(target.pid) ?? Number.NaN) - coreBefore
  into.saves += saves
}

/** The latest revision of each problem, as its student knows it. */
const revisions = new Map<string, number>()

/** The product's save road beside the bare server, in alternating rounds, so that a busy machine slows both alike. */
export async function benchSaves(
  world: World,
  product: Target,
  bare: Target,
  students: readonly Seated[],
): Promise<void> {
  const half = students.length / 2
  const sides = [
    { target: product, students: students.slice(0, half), measured: nothing() },
    { target: bare, students: students.slice(half), measured: nothing() },
  ]
  for (const side of sides) await round(side.target, side.students, ROUND_MS, nothing())
  const before = await sizes(world)
  for (let i = 0; i < ROUNDS; i += 1) {
    for (const side of sides) await round(side.target, side.students, ROUND_MS, side.measured)
  }
  const after = await sizes(world)

  heading(`Save: ${half} students at once, each saving again as soon as the reply is there`)
  for (const { target, measured } of sides) {
    const core = Number.isNaN(measured.core) ? '' : `  ${(measured.core / measured.saves).toFixed(3)} ms core`
    line(
      target.name,
      `${count(median(measured.perSecond)).padStart(7)}/s  ${spread(measured.latencies)}${core}`,
    )
  }
  const [ours, theirs] = sides.map(({ measured }) => median(measured.perSecond)) as [number, number]
  line('ratio (aim: at least 0.5)', (ours / theirs).toFixed(2).padStart(7))
  const written = after.revisions - before.revisions
  line(
    'a saved revision in the database',
    `1 row of ${count((after.bytes - before.bytes) / written)} bytes with its indexes, and ${count((after.itemBytes - before.itemBytes) / written)} bytes in attempt_items until they are used again`,
  )
}

const nothing = (): Measured => ({ perSecond: [], latencies: [], core: 0, saves: 0 })

async function sizes({ services }: World): Promise<{ revisions: number; bytes: number; itemBytes: number }> {
  const { rows } = await services.database.pool.query<Record<'revisions' | 'bytes' | 'itemBytes', string>>(
    `SELECT (SELECT count(*) FROM revisions) AS revisions, pg_total_relation_size('revisions') AS bytes,
      pg_total_relation_size('attempt_items') AS "itemBytes"`,
  )
  const [row] = rows
  return {
    revisions: Number(row?.revisions),
    bytes: Number(row?.bytes),
    itemBytes: Number(row?.itemBytes),
  }
}
