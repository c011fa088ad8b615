import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inData, root } from './paths.mjs'

/**
 * A fingerprint of files and folders with their names and contents; what is missing counts as missing.
 * @param {string[]} names relative to the checkout
 * @param {(name: string) => boolean} [isLeftOut]
 * @param {string[]} [more] other things that it is to depend on
 */
export function fingerprint(names, isLeftOut = () => false, more = []) {
  const hash = createHash('sha256')
  for (const text of more) hash.update(`${text}\0`)
  /** @param {string} name */
  const add = (name) => {
    if (isLeftOut(name)) return
    const full = path.join(root, name)
    const stat = statSync(full, { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const entry of readdirSync(full).sort()) add(path.join(name, entry))
    else if (stat?.isFile()) {
      const content = readFileSync(full)
      hash.update(`${name}\0${content.length}\0`).update(content)
    }
  }
  for (const name of names) add(name)
  return hash.digest('hex')
}

/**
 * Remembers in .data that a step was done for a certain state of the sources.
 * @param {string} name
 */
export function stamp(name) {
  const file = inData('done', name)
  return {
    /** @param {string} value */
    matches(value) {
      try {
        return readFileSync(file, 'utf8') === value
      } catch {
        return false
      }
    },
    /** @param {string} value */
    set(value) {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, value)
    },
    clear: () => rmSync(file, { force: true }),
  }
}
