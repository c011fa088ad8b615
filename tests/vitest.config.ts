import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

/** One project for each part of `npm test`, so that a part can be run alone. */
const parts = ['architecture', 'unit', 'integration'].map((name) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`] },
}))

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  // Much of an integration test is waiting for servers to start and end: two files at a time, also on two cores.
  test: { projects: parts, maxWorkers: 2, testTimeout: 60_000, hookTimeout: 120_000 },
})
