import { parseArgs } from 'node:util'
import { migrateQueue } from '@/lib/jobs/worker'
import { readEnv } from '@/lib/server/env'
import { buildServices } from '@/lib/server/services'
import { writeDemoData } from './write'

/** `npm run demo:data`: a course of 200 simulated students; `--seed WORD` for other ones. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string', default: '2026' } } })
  const env = readEnv(process.env)
  const { database, deps } = buildServices(env)
  try {
    await migrateQueue(database.pool, () => undefined)
    const began = performance.now()
    const { attempts } = await writeDemoData(
      database,
      deps,
      { seed: values.seed, now: new Date(), withLogins: env.QUIZGRAD_DEMO },
      (words) => console.error(words),
    )
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      attempts === 0
        ? 'The demo data are there already.'
        : `${attempts} attempts written in ${seconds} s. ${
            env.QUIZGRAD_DEMO
              ? 'Sign in as instructor@demo.quizgrad (password instructor-demo).'
              : 'QUIZGRAD_DEMO=0: no demo login was given a password; administrators see the course.'
          }`,
    )
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
