import { ensureDependencies } from '../dependencies.mjs'
import { ensureClient } from '../generate.mjs'
import { asProblem, Problem, Stopped } from '../problem.mjs'
import { plain, say, seconds } from '../say.mjs'
import { testDatabases } from './database.mjs'
import { parts } from './parts.mjs'

/** @typedef {import('./count.mjs').Outcome & { name: string, took: number }} Row */

/**
 * `npm test`: everything from a fresh clone to a verdict; `npm test -- <part> [arguments]`: one part.
 * The last line is `N passed, N failed`.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function test([only, ...args]) {
  if (only !== undefined && !(only in parts)) {
    throw new Problem(
      `There is no part "${only}" of the tests: use ${Object.keys(parts).join(', ')}, or none for all.`,
    )
  }
  await ensureDependencies()
  await ensureClient()
  const databases = testDatabases()
  const perform = (/** @type {string} */ name) => runPart(name, args, databases)
  /** @type {Row[]} */
  const rows = []
  if (only) rows.push(await perform(only))
  else {
    // What uses one core each goes together; whatever measures or drives a browser has the machine to itself.
    databases.template().catch(() => {})
    rows.push(...(await Promise.all(['types', 'lint'].map(perform))))
    for (const name of ['architecture', 'unit', 'integration', 'e2e']) rows.push(await perform(name))
  }
  return summarise(rows)
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {import('./database.mjs').TestDatabases} databases
 * @returns {Promise<Row>}
 */
async function runPart(name, args, databases) {
  const start = performance.now()
  say(`${name} …`)
  const outcome = await perform(name, args, databases)
  const took = performance.now() - start
  say(`${name}: ${outcome.passed} passed, ${outcome.failed} failed in ${seconds(took)}`)
  return { name, took, ...outcome }
}

/**
 * A part that cannot run has failed; the others still tell what they know.
 * @param {string} name
 * @param {string[]} args
 * @param {import('./database.mjs').TestDatabases} databases
 * @returns {Promise<import('./count.mjs').Outcome>}
 */
async function perform(name, args, databases) {
  try {
    return (await parts[name]?.(args, databases)) ?? { passed: 0, failed: 1 }
  } catch (error) {
    if (error instanceof Stopped) throw error
    const problem = asProblem(error)
    plain(
      problem
        ? `${problem.message}\n${problem.details}`
        : String(error instanceof Error ? error.stack : error),
    )
    return { passed: 0, failed: 1, note: problem?.message ?? String(error) }
  }
}

/** @param {Row[]} rows @returns {number} */
function summarise(rows) {
  plain('')
  plain(`${'part'.padEnd(14)}${'time'.padStart(9)}${'passed'.padStart(9)}${'failed'.padStart(9)}`)
  for (const { name, took, passed, failed, note } of rows) {
    const line = `${name.padEnd(14)}${seconds(took).padStart(9)}${String(passed).padStart(9)}${String(failed).padStart(9)}`
    plain(note ? `${line}   ${note}` : line)
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => rows.reduce((total, row) => total + row[key], 0)
  plain('')
  plain(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}
