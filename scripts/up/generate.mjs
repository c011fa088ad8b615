import { existsSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, stamp } from './hash.mjs'
import { inModules, root } from './paths.mjs'
import { run } from './processes.mjs'
import { step } from './say.mjs'
import { toolEnv } from './settings.mjs'

export const prismaProgram = inModules('prisma/build/index.js')

/** Writes the typed database client, unless it was written from this very schema. */
export async function ensureClient() {
  const done = stamp('client')
  const state = fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  if (done.matches(state) && existsSync(path.join(root, 'prisma/generated/client.ts'))) return
  await step('Generating the database client', async () => {
    await run('prisma generate', [prismaProgram, 'generate'], {
      env: toolEnv(process.env, process.env.DATABASE_URL),
    })
    done.set(state)
  })
}
