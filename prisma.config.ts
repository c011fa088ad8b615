import path from 'node:path'
import { defineConfig } from 'prisma/config'

// Prisma's own schema engine is a download; ours speaks the same language over its WebAssembly build from npm.
// Set the variable to a native engine to use that one instead.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(
  import.meta.dirname,
  'prisma/engine/schema-engine.mjs',
)

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node --import tsx prisma/seed.ts' },
  // `generate` and `validate` need no database; everything else names a host that does not exist.
  datasource: {
    url: process.env.DATABASE_URL ?? 'postgresql://nobody@set-DATABASE_URL.invalid:5432/quizgrad',
  },
})
