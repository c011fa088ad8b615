import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { IModule } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { cruise, root } from './cruise'

/** Whoever wants to can read all that is sent to the browser: no grader, no key, no secret, no database. */
const secret = /^(questions|prisma\/generated|lib\/(server|db|auth|jobs|lti|use-cases))\//

const text = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const opensWith = (directive: string, file: string): boolean =>
  /\.tsx?$/.test(file) && new RegExp(`^['"]${directive}['"]`).test(text(file))

/** Files that end up in the browser, by way of which file. Server actions stay behind: only their names cross. */
function sentToBrowser(modules: readonly IModule[]): Map<string, string> {
  const bySource = new Map(modules.map((module) => [module.source, module]))
  const entries = modules.map(({ source }) => source).filter((source) => /^(app|lib)\//.test(source))
  const sent = new Map(
    entries.filter((file) => opensWith('use client', file)).map((file) => [file, 'itself']),
  )
  for (const [file] of sent) {
    for (const { resolved, dependencyTypes } of bySource.get(file)?.dependencies ?? []) {
      const ours = /^(app|lib|questions|prisma)\//.test(resolved)
      if (
        !ours ||
        dependencyTypes.includes('type-only') ||
        sent.has(resolved) ||
        opensWith('use server', resolved)
      )
        continue
      sent.set(resolved, file)
    }
  }
  return sent
}

describe('what is sent to the browser', () => {
  it('holds no grader, key, secret or database code', async () => {
    const sent = sentToBrowser((await cruise()).modules)

    expect(sent.size).toBeGreaterThan(20)
    expect([...sent].filter(([file]) => secret.test(file)).map(([file, by]) => `${by} → ${file}`)).toEqual([])
  })
})
