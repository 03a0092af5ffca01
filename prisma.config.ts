import { defineConfig } from 'prisma/config';

// The native engine would have to be downloaded; ours is the same one as WebAssembly, from npm.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= new URL(
  './scripts/database/schema-engine.mjs',
  import.meta.url,
).pathname;

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  // `generate` reads no database but wants an address all the same.
  datasource: {
    url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? 'postgresql://127.0.0.1/verbatim',
  },
});
