import { startApp } from './app-server'

/** Runs once before the browser tests: the real server on the seeded database, stopped by its pid afterwards. */
// biome-ignore lint/style/noDefaultExport: the form that Playwright asks for
export default async function setUp(): Promise<() => Promise<void>> {
  const databaseUrl = process.env.E2E_DATABASE_URL
  if (!databaseUrl)
    throw new Error('E2E_DATABASE_URL is unset: run the browser tests by `npm test -- e2e [name]`.')
  // The platform of the tests lives on loopback.
  const app = await startApp({ databaseUrl, env: { LTI_ALLOW_INSIDE: '1' } })
  // Read by playwright.config.ts, which every worker loads anew.
  process.env.E2E_BASE_URL = app.url
  return () => app.stop()
}
