import { ensureDependencies } from '../dependencies.mjs'
import { ensureClient } from '../generate.mjs'
import { attempt } from '../processes.mjs'
import { toolEnv } from '../settings.mjs'
import { ensureBuiltFor } from './build.mjs'
import { testDatabases } from './database.mjs'

/** A benchmark that needs a throwaway database and no built product. */
const onDatabase = (/** @type {string} */ name) => async (/** @type {string[]} */ args) => {
  await ensureDependencies()
  await ensureClient()
  const databaseUrl = await testDatabases().copy('bench')
  const { code } = await attempt(`bench ${name}`, ['--import', 'tsx', `tests/bench/${name}.ts`, ...args], {
    env: { ...toolEnv(process.env, databaseUrl), BENCH_DATABASE_URL: databaseUrl },
    show: true,
  })
  return code
}

/** `npm run bench:regrade`: grading stored answers anew. */
export const benchRegrade = onDatabase('regrade')

/** `npm run bench:gradebook`: a page of a large gradebook. */
export const benchGradebook = onDatabase('gradebook')

/** `npm run bench:live`: showing a room as it happens. */
export const benchLive = onDatabase('live')

/**
 * `npm run bench:delivery`: the delivery of exams under load, on a throwaway database and the built product.
 * @returns {Promise<number>} the exit code: not 0 where something broke, whatever the times are
 */
export async function bench() {
  await ensureDependencies()
  await ensureClient()
  const databaseUrl = await testDatabases().copy('bench')
  const env = toolEnv(process.env, databaseUrl)
  await ensureBuiltFor(env, 'the benchmark')
  const { code } = await attempt('bench delivery', ['--import', 'tsx', 'tests/bench/delivery.ts'], {
    env: { ...env, BENCH_DATABASE_URL: databaseUrl },
    show: true,
  })
  return code
}
