import { Problem } from './problem.mjs'
import { launch } from './processes.mjs'
import { step } from './say.mjs'

/**
 * Makes the administrator at the first start outside the demo. The one-time password goes to the terminal alone, by way
 * of this process: neither the log of the server nor the files under .data/log ever hold it.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} address and password, to be shown once; null where there is an administrator
 */
export async function ensureAdministrator(env) {
  if (await hasAdministrator(env.DATABASE_URL ?? '')) return null
  return step('Making the administrator', async () => {
    const { child, ended } = launch(
      process.execPath,
      ['--import', 'tsx', 'scripts/admin-password.ts', '--first'],
      {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let words = ''
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      words += text
    })
    const closed = new Promise((resolve) => child.on('close', resolve))
    const { code } = await ended
    await closed
    if (code !== 0)
      throw new Problem(
        'The administrator could not be made: see the words above, then run the command again.',
      )
    return words.trim() || null
  })
}

/** Asks the database itself, in a few milliseconds. @param {string} databaseUrl @returns {Promise<boolean>} */
async function hasAdministrator(databaseUrl) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      'SELECT 1 FROM users WHERE is_admin AND deactivated_at IS NULL LIMIT 1',
    )
    return rowCount === 1
  } finally {
    await client.end()
  }
}
