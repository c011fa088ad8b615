import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Everything that the product writes on this machine: database, secrets, logs, stamps. */
export const dataFolder = path.join(root, '.data')

/** @param {string[]} names */
export const inData = (...names) => path.join(dataFolder, ...names)

/** @param {string} name path inside node_modules */
export const inModules = (name) => path.join(root, 'node_modules', name)

/** A path as the person would type it. @param {string} file */
export const shown = (file) => {
  const relative = path.relative(root, file)
  return relative.startsWith('..') ? file : relative
}

export function makeDataFolder() {
  mkdirSync(inData('log'), { recursive: true })
  // Passable but not listable: the account that PostgreSQL runs under when started by root must reach its own folder.
  chmodSync(dataFolder, 0o711)
}
