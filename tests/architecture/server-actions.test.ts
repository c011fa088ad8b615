import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { forEverybody } from '../helpers/open-actions'
import { sourceFiles } from '../helpers/source-files'

const root = path.resolve(import.meta.dirname, '../..')

/** What a file of server actions lets browsers call: its name, and whether it asks who is calling. */
const actionsOf = (source: string): { name: string; asks: boolean }[] =>
  [...source.matchAll(/^export (?:default )?(?:async )?(?:function|const) (\w+)(.*)$/gm)].map(
    ([, name = '', rest = '']) => ({ name, asks: /^ = personAction\b/.test(rest) }),
  )

const files = ['app', 'lib']
  .flatMap((folder) => sourceFiles(folder, /\.tsx?$/).map((file) => `${folder}/${file}`))
  .map((file) => ({ file, source: readFileSync(path.join(root, file), 'utf8') }))
  .filter(({ source }) => /^\s*['"]use server['"]/m.test(source))

it('every server action goes through the wrapper that asks who is calling, or is known to need nobody', () => {
  const actions = files.flatMap(({ source }) => actionsOf(source))
  expect(actions.map(({ name }) => name)).toContain('changePassword')
  expect(actions.filter(({ name, asks }) => !asks && !forEverybody.includes(name))).toEqual([])
})

it('server actions stand in files of their own, where they are seen', () => {
  expect(files.filter(({ source }) => !/^['"]use server['"]/.test(source)).map(({ file }) => file)).toEqual(
    [],
  )
})

it('sees an action that asks nobody', () => {
  const planted =
    "'use server'\nexport async function wipe(id: string) {}\nexport const ok = personAction<X>({})\n"
  expect(actionsOf(planted)).toEqual([
    { name: 'wipe', asks: false },
    { name: 'ok', asks: true },
  ])
})
