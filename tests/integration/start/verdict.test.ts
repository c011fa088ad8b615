import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aCheckout, up } from './checkout'

const root = path.resolve(import.meta.dirname, '../../..')

describe('the verdict of npm test', () => {
  let checkout: Awaited<ReturnType<typeof aCheckout>>
  const unit = () => path.join(checkout.folder, 'tests/unit')
  beforeAll(async () => {
    checkout = await aCheckout()
    await mkdir(unit(), { recursive: true })
    const config = 'tests/vitest.config.ts'
    await cp(path.join(root, config), path.join(checkout.folder, config))
  })
  afterAll(() => checkout.remove())
  afterEach(() => rm(path.join(unit(), 'planted.test.ts'), { force: true }))

  /** Runs the unit tests of a checkout that holds just this file. */
  async function verdict(source: string | null, ...args: string[]) {
    if (source !== null) {
      await writeFile(path.join(unit(), 'planted.test.ts'), `import { expect, it } from 'vitest'\n${source}`)
    }
    const command = up(checkout.folder, ['test', 'unit', ...args])
    const code = await command.ended
    return { code, lastLine: command.output().trimEnd().split('\n').at(-1), output: command.output() }
  }

  const passing = "it('holds', () => expect(1).toBe(1))\n"
  const failing = "it('does not hold', () => expect(1).toBe(2))\n"

  it('counts what passed', async () => {
    expect(await verdict(passing)).toMatchObject({ code: 0, lastLine: '1 passed, 0 failed' })
  })

  it('counts what failed, and shows it', async () => {
    const { code, lastLine, output } = await verdict(passing + failing)

    expect({ code, lastLine }).toEqual({ code: 1, lastLine: '1 passed, 1 failed' })
    expect(output).toContain('does not hold')
    expect(output).toContain('expected 1 to be 2')
  })

  it('fails when a file does not load', async () => {
    expect(await verdict("throw new Error('no')")).toMatchObject({ code: 1, lastLine: '0 passed, 1 failed' })
  })

  it('fails when something goes wrong outside of the tests', async () => {
    const late = "it('holds', () => { void Promise.reject(new Error('late')) })"

    expect(await verdict(late)).toMatchObject({ code: 1, lastLine: '1 passed, 1 failed' })
  })

  it('fails when no test ran', async () => {
    const none = { code: 1, lastLine: '0 passed, 1 failed', output: expect.stringContaining('no test ran') }

    expect(await verdict(null)).toEqual(none)
    expect(await verdict(passing, 'no-such-test')).toEqual(none)
    expect(await verdict(passing.replace('it(', 'it.skip('))).toEqual(none)
  })

  it('hands further arguments to the runner', async () => {
    expect(await verdict(passing + failing, '-t', 'holds')).toMatchObject({
      code: 0,
      lastLine: '1 passed, 0 failed',
    })
  })
})
