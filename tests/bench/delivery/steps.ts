import { randomUUID } from 'node:crypto'
import { saveStatement } from '@/lib/db/save-revision'
import { saveBody } from '@/lib/server/roads/save-body'
import { typed } from './client'
import { heading, line } from './report'
import type { Working, World } from './world'

const RUNS = 1_500

/** Microseconds a run takes, one after the other. */
async function cost(run: (i: number) => unknown): Promise<number> {
  for (let i = 0; i < 100; i += 1) await run(-1 - i)
  const start = performance.now()
  for (let i = 0; i < RUNS; i += 1) await run(i)
  return ((performance.now() - start) / RUNS) * 1_000
}

/** The statement without one of the things that it makes sure of. */
const variants: readonly (readonly [string, (text: string) => string])[] = [
  ['the statement as it is', (text) => text],
  [
    '… without the login',
    (text) => text.replace(/AND EXISTS \(SELECT 1 FROM sessions[^)]*\)/, 'AND $3::text IS NOT NULL'),
  ],
  ['… without the share lock', (text) => text.replace('FOR SHARE', '')],
  ['… without idempotence', (text) => text.replace(/AND NOT EXISTS \(SELECT 1 FROM revisions[^)]*\)/, '')],
  ['… without the chain', (text) => text.replace(/revision_hash\([\s\S]*?\$6, \$8, \$7\)/, "''::bytea")],
]

/** What each step of a save costs by itself, on one connection and without HTTP. */
export async function benchSteps(world: World, student: Working): Promise<void> {
  heading('What each step of a save costs (one after the other, no HTTP)')
  const { services } = world
  const text = JSON.stringify({
    itemId: student.itemIds[0],
    seat: 0,
    mutationId: randomUUID(),
    base: 0,
    ...typed(0),
  })
  line('the login in the cookie', `${(await cost(() => services.readLogin(student.cookie))).toFixed(1)} µs`)
  line(
    'reading and checking the body',
    `${(await cost(() => saveBody.safeParse(JSON.parse(text)))).toFixed(1)} µs`,
  )

  const { prisma, pool } = services.database
  const session = await prisma.session.findFirstOrThrow({ where: { userId: student.userId } })
  const itemId = student.itemIds[0] ?? ''
  const client = await pool.connect()
  try {
    let whole = 0
    for (const [name, change] of variants) {
      const changed = change(saveStatement.text)
      if (name !== variants[0]?.[0] && changed === saveStatement.text)
        throw new Error(`${name}: nothing to leave out`)
      let { revision } = await prisma.attemptItem.findUniqueOrThrow({ where: { id: itemId } })
      const took = await cost(async () => {
        const now = new Date()
        const values = [
          student.attemptId,
          student.userId,
          session.sessionToken,
          itemId,
          revision,
          randomUUID(),
        ]
        const { rows } = await client.query({
          name: `bench ${name}`,
          text: changed,
          values: [...values, JSON.stringify(typed(0).response), now, now, 0],
        })
        revision = rows[0].number
      })
      whole ||= took
      line(name, `${took.toFixed(0)} µs (${(took / whole).toFixed(2)}x)`)
    }
    student.revisions[0] = (await prisma.attemptItem.findUniqueOrThrow({ where: { id: itemId } })).revision
  } finally {
    client.release()
  }
}
