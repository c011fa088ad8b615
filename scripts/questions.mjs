// `npm run questions -- check|schema|export|import`: the first two need no database.
import { spawn } from 'node:child_process'
import { ensureDependencies } from './up/dependencies.mjs'
import { sayOnStandardError } from './up/say.mjs'

const args = process.argv.slice(2)
// What is printed is the file or the report alone.
sayOnStandardError()
await ensureDependencies({ toStandardError: true })
const alone = ['check', 'schema', 'help'].includes(args[0] ?? 'help')
const program = alone ? ['--import', 'tsx', 'scripts/questions.ts'] : ['scripts/up.mjs', 'questions']
spawn(process.execPath, [...program, ...args], { stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1
})
