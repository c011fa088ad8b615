import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, stamp } from './hash.mjs'
import { root } from './paths.mjs'
import { run } from './processes.mjs'
import { step } from './say.mjs'

/**
 * Writes the demo course, unless the same one was written into the same database. The seed itself may be run again
 * at any time; skipping it only saves the time.
 * @param {string} identity of the database
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureSeeded(identity, env) {
  const done = stamp('seed')
  const names = ['prisma', 'questions', 'lib/question', 'lib/exam', 'lib/core']
  const state = fingerprint(names, (name) => name === path.join('prisma', 'generated'), [
    identity,
    env.QUIZGRAD_DEMO ?? '',
  ])
  if (done.matches(state)) return
  await step(env.QUIZGRAD_DEMO === '0' ? 'Preparing the database' : 'Writing the demo course', async () => {
    await seed(env)
    done.set(state)
  })
}

/** @param {NodeJS.ProcessEnv} env */
export const seed = (env) => run('seed', ['--import', 'tsx', 'prisma/seed.ts'], { env })

/** @returns {{ role: string, email: string, password: string }[]} */
export const demoLogins = () => JSON.parse(readFileSync(path.join(root, 'prisma/demo-logins.json'), 'utf8'))
