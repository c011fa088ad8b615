// The one command behind `npm start`, `npm run dev`, `npm test` and `npm run db:migrate`.
// Plain syntax on purpose: an old Node must be able to read this file in order to say that it is too old.
import { nodeVersionProblem } from './up/node-version.mjs'

const problem = nodeVersionProblem(process.version, process.platform)
if (problem) {
  console.error(problem)
  process.exitCode = 1
} else {
  void import('./up/main.mjs').then((program) => program.main(process.argv.slice(2)))
}
