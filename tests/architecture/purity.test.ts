import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './cruise'
import { impurities } from './impurities'

const folders = ['lib/core', 'lib/question', 'lib/grading', 'lib/exam', 'lib/use-cases', 'questions']

const filesOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name))

describe('the pure floors', () => {
  it('use no clock, chance, environment or input and output of their own', () => {
    const files = folders.flatMap(filesOf)

    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap((name) => impurities(name, readFileSync(path.join(root, name), 'utf8')))).toEqual([])
  })
})

describe('impurities', () => {
  it.each([
    'const a = Math.random()',
    "const a = Math['random']()",
    'const { random } = Math',
    'const { random: chance } = Math',
    'const a = Date.now()',
    'const a = new Date()',
    'const a = new Date',
    'const a = Date()',
    'const a = process.env.HOME',
    'const { env } = process',
    "fetch('/x')",
    'const a = { process }',
    'const a = crypto.randomUUID()',
    'const a = performance.now()',
    'const a = globalThis.process',
    'setTimeout(() => {}, 1)',
    "const a = new Function('return 1')",
    "eval('1')",
    'const a = import.meta.dirname',
  ])('finds %s', (source) => {
    expect(impurities('planted.ts', source)).toHaveLength(1)
  })

  it.each([
    'const a = (now: Date) => new Date(now.getTime() + 1)',
    'const a = Math.floor(1.5)',
    'const a = step.process()',
    'const a = { process: 1 }',
    'interface A { process: string; fetch(): void }',
    'type A = Date | typeof process',
    '// Math.random() in a comment',
    "const a = 'Math.random()'",
    'const a = (text: string) => text.random',
  ])('lets %s pass', (source) => {
    expect(impurities('planted.ts', source)).toEqual([])
  })

  it('names file and line', () => {
    expect(impurities('lib/core/a.ts', '\n\nconst a = Date.now()')).toEqual([
      'lib/core/a.ts:3: Date.now: the time comes in as `now`',
    ])
  })
})
