import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

/**
 * Reads `.env` into the environment; what is set there already wins. (process.loadEnvFile needs a newer Node.)
 * @param {NodeJS.ProcessEnv} env
 */
export function loadDotEnv(env) {
  let text
  try {
    text = readFileSync(path.join(root, '.env'), 'utf8')
  } catch {
    return
  }
  for (const [name, value] of parseDotEnv(text)) env[name] ??= value
}

/** @param {string} text @returns {[string, string][]} */
export function parseDotEnv(text) {
  /** @type {[string, string][]} */
  const found = []
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line)
    if (!match?.[1]) continue
    const raw = match[2] ?? ''
    const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(raw)
    found.push([match[1], quoted ? (quoted[2] ?? '') : raw.replace(/\s+#.*$|^#.*$/, '')])
  }
  return found
}
