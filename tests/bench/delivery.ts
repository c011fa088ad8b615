import { startApp } from '../helpers/app-server'
import { connections, save } from './delivery/client'
import { benchClosing } from './delivery/closing'
import { heading, line } from './delivery/report'
import { bytesInMib, mib, residentMemory, revisionSize, watchMemory } from './delivery/resources'
import { benchSaves } from './delivery/saves'
import { benchStampede } from './delivery/stampede'
import { startBareServer } from './delivery/start-bare-server'
import { benchSteps } from './delivery/steps'
import { createWorld, inBatches, SECRET } from './delivery/world'

/**
 * `npm run bench:delivery`: the product's server and its database under load, on the loopback interface and bounded
 * in count and time. The load generator and PostgreSQL share the machine's cores with the server.
 */
async function main(): Promise<void> {
  const databaseUrl = process.env.BENCH_DATABASE_URL
  if (!databaseUrl) throw new Error('BENCH_DATABASE_URL is unset: run this by `npm run bench:delivery`.')
  const world = await createWorld(databaseUrl)
  const app = await startApp({ databaseUrl, env: { NEXTAUTH_SECRET: SECRET, LOG_LEVEL: 'warn' } })
  const bare = await startBareServer(databaseUrl)
  const peak = watchMemory(app.pid)
  try {
    const atStart = residentMemory(app.pid)
    const examId = await world.addExam({ timeLimitMinutes: 90 })
    const otherExam = await world.addExam({ timeLimitMinutes: 90 })
    const students = await world.addStudents(1_001)
    const savers = await inBatches(students.slice(0, 500), (student) => world.begin(examId, student))
    const bystander = await world.begin(otherExam, students[1_000] as (typeof students)[number])

    await benchSteps(world, bystander)
    const before = await revisionSize(world.services.database)
    await benchSaves(app.url, bare.url, savers)
    const after = await revisionSize(world.services.database)
    // What the bare server wrote stands outside of the chain, so its revisions are not used any further.
    const joined = await benchStampede(app.url, world, examId, students.slice(500, 1_000), savers)
    const agent = connections(32)
    await inBatches(joined, async (student) => {
      for (let count = 0; count < 3; count += 1) await save(agent, app.url, student, count)
    })
    agent.destroy()
    await benchClosing(app.url, world, examId, [...savers, ...joined], bystander)

    heading('Memory and disk')
    line('the server at its start', mib(atStart))
    line('… at its peak over this run', mib(peak()))
    line('… at the end', mib(residentMemory(app.pid)))
    const rows = after.rows - before.rows
    line(
      'a saved revision',
      `1 row, ${((after.bytes - before.bytes) / rows).toFixed(0)} bytes with its indexes`,
    )
    line('all revisions of the save benchmark', `${rows} rows, ${bytesInMib(after.bytes - before.bytes)}`)
  } finally {
    peak()
    await Promise.all([app.stop(), bare.stop()])
    await world.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
