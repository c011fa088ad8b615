import { existsSync } from 'node:fs'
import { Problem } from '../problem.mjs'

/**
 * The browser to test with: CHROMIUM_PATH, the system's, or Playwright's own.
 * @returns {Promise<string>} its path
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Problem(`CHROMIUM_PATH names ${named}, which does not exist: correct it, or unset it.`)
  }
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const { chromium } = await import('@playwright/test')
  const found = [...system, chromium.executablePath()].find((file) => existsSync(file))
  if (found) return found
  throw new Problem(
    'The browser tests need Chromium, and none was found: install it with `apt-get update && apt-get install chromium` (or `npx playwright install chromium`), or name one in CHROMIUM_PATH.',
  )
}
