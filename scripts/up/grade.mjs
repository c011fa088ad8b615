import path from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { makeDataFolder, root } from './paths.mjs'
import { asProblem } from './problem.mjs'
import { sayOnStandardError } from './say.mjs'

/** Installs what is missing (in words on standard error only), then grades standard input in this very process. */
export async function grade() {
  sayOnStandardError()
  try {
    makeDataFolder()
    await ensureDependencies({ toStandardError: true })
  } catch (error) {
    const problem = asProblem(error)
    console.error(problem ? `${problem.message}\n${problem.details}` : error)
    process.exitCode = 1
    return
  }
  const { register } = await import('tsx/esm/api')
  // Told by path, since the command may be started from any folder.
  register({ tsconfig: path.join(root, 'tsconfig.json') })
  const { main } = await import('../../lib/server/grade-cli.ts')
  await main()
}
