import { ensureBuilt } from '../build.mjs'
import { lockHolder } from '../lock.mjs'
import { Problem } from '../problem.mjs'

/**
 * Builds the pages for a run against the real server; refuses while the product itself runs from this folder, since
 * the build would replace the pages under it.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} what is about to run, e.g. 'the browser tests'
 */
export async function ensureBuiltFor(env, what) {
  const holder = lockHolder()
  await ensureBuilt(env, () => {
    if (!holder) return
    throw new Problem(
      `quizgrad runs from this folder (process ${holder.pid}), and ${what} would rebuild its pages under it: stop it and run them again.`,
    )
  })
}
