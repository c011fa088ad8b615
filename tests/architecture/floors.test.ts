import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { cruise, root, violations } from './cruise'

describe('the floors', () => {
  it('are kept by every import of the product', async () => {
    const result = await cruise()

    expect(result.summary.totalCruised).toBeGreaterThan(100)
    expect(violations(result)).toEqual([])
  })
})

describe('the check itself', () => {
  const made: string[] = []
  afterEach(async () => {
    for (const folder of made.splice(0)) await rm(folder, { recursive: true })
  })

  /** A small house of its own, with packages as in the real one. */
  async function plant(files: Readonly<Record<string, string>>): Promise<string[]> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'planted-'))
    made.push(folder)
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    const tsConfig = JSON.stringify({ compilerOptions: { baseUrl: '.', paths: { '@/*': ['./*'] } } })
    const all = {
      'tsconfig.json': tsConfig,
      'app/page.tsx': '',
      'lib/core/a.ts': '',
      'questions/registry.ts': '',
      ...files,
    }
    for (const [name, text] of Object.entries(all)) {
      const file = path.join(folder, name)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, text)
    }
    return violations(await cruise(folder))
  }

  it('finds nothing in a sound house', async () => {
    const files = {
      'lib/core/a.ts': "import { z } from 'zod'\nexport const a = z.string()",
      'lib/exam/b.ts': "import { a } from '@/lib/core/a'\nexport const b = a",
    }

    expect(await plant(files)).toEqual([])
  })

  it.each([
    ['an import of a higher floor', "import { up } from '@/lib/use-cases/up'\nexport const a = up"],
    ['a higher floor by a relative path', "export { up } from '../use-cases/up'"],
    ['a mere type of a higher floor', "import type { Up } from '@/lib/use-cases/up'\nexport type A = Up"],
    ['a higher floor loaded late', "export const a = () => import('@/lib/use-cases/up')"],
  ])('sees %s', async (_, text) => {
    const up = 'export const up = 1\nexport type Up = 1'

    expect(await plant({ 'lib/use-cases/up.ts': up, 'lib/core/a.ts': text })).toEqual([
      'core-imports-only-downwards: lib/core/a.ts → lib/use-cases/up.ts',
    ])
  })

  it.each([
    ['a Node module', "import { readFileSync } from 'node:fs'\nexport const a = readFileSync"],
    ['a framework', "import { useState } from 'react'\nexport const a = useState"],
    ['a package that is not there', "import { b } from 'no-such-package'\nexport const a = b"],
  ])('sees %s on a pure floor', async (_, text) => {
    expect(await plant({ 'lib/core/a.ts': text })).toContainEqual(expect.stringContaining('core-is-pure'))
  })

  it('sees one question type that leans on another', async () => {
    const files = {
      'questions/one/index.ts': 'export const one = 1',
      'questions/two/index.ts': "export { one } from '../one'",
    }

    expect(await plant(files)).toEqual([
      'a-question-type-knows-no-other: questions/two/index.ts → questions/one/index.ts',
    ])
  })

  it('sees a page that reaches into a question type', async () => {
    const files = {
      'questions/one/index.ts': 'export const one = 1',
      'app/page.tsx': "import { one } from '@/questions/one'\nexport const page = one",
    }

    expect(await plant(files)).toContain(
      'only-the-registry-is-seen-from-outside: app/page.tsx → questions/one/index.ts',
    )
  })

  it('sees a circle', async () => {
    const files = {
      'lib/core/a.ts': "import { b } from './b'\nexport const a = () => b",
      'lib/core/b.ts': "import { a } from './a'\nexport const b = () => a",
    }

    expect(await plant(files)).toContain('no-circle: lib/core/a.ts → lib/core/b.ts')
  })
})
