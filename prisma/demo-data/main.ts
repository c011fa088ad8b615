import { parseArgs } from 'node:util'
import { migrateQueue } from '@/lib/jobs/worker'
import { readEnv } from '@/lib/server/env'
import { buildServices } from '@/lib/server/services'
import { writeDemoData } from './write'

/** `npm run demo:data`: a course of 200 simulated students; `--seed WORD` for other ones. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string', default: '2026' } } })
  const { database, deps } = buildServices(readEnv(process.env))
  try {
    await migrateQueue(database.pool, () => undefined)
    const began = performance.now()
    const { attempts } = await writeDemoData(
      database,
      deps,
      { seed: values.seed, now: new Date() },
      (words) => console.error(words),
    )
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      attempts === 0
        ? 'The demo data are there already.'
        : `${attempts} attempts written in ${seconds} s. Sign in as instructor@demo.quizgrad (password instructor-demo).`,
    )
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
