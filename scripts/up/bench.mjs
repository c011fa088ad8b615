import { ensureBuilt } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureClient } from './generate.mjs'
import { attempt } from './processes.mjs'
import { toolEnv } from './settings.mjs'
import { testDatabases } from './test/database.mjs'

/** `npm run bench:delivery`: the benchmark of delivery on a database of its own, from a fresh clone. @returns {Promise<number>} */
export async function bench() {
  await ensureDependencies()
  await ensureClient()
  const url = await testDatabases().copy('bench')
  await ensureBuilt(toolEnv(process.env, url))
  const { code } = await attempt('bench', ['--import', 'tsx', 'tests/bench/delivery.ts'], {
    env: { ...process.env, BENCH_DATABASE_URL: url },
    show: true,
  })
  return code ?? 1
}
