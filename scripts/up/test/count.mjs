import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Outcome of one part
 * @property {number} passed
 * @property {number} failed
 * @property {string} [note] why it failed, where no test says it
 */

/**
 * What a runner's report counts, held against its exit code: a runner that failed without a failed test (a file that
 * does not load, an error outside of a test) or that ran no test at all has failed.
 * @param {Outcome | null} counted null where there is no readable report
 * @param {number} code
 * @returns {Outcome}
 */
export function judge(counted, code) {
  if (!counted) return { passed: 0, failed: 1, note: `the runner wrote no report (exit code ${code})` }
  const { passed, failed } = counted
  if (passed + failed === 0) return { passed, failed: 1, note: 'no test ran' }
  if (code !== 0 && failed === 0)
    return { passed, failed: 1, note: `the runner failed outside of the tests (exit code ${code})` }
  return counted
}

/** @param {string} file @returns {Outcome | null} */
export function countVitest(file) {
  const report = readJson(file)
  if (!report) return null
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults ?? []
  const unloadable = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length }
}

/** @param {string} file @returns {Outcome | null} */
export function countPlaywright(file) {
  const stats = readJson(file)?.stats
  return stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky } : null
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
