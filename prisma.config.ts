import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// No download: the schema engine runs from npm as WASM. An engine named by the user wins.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('./scripts/database/schema-engine.mjs', import.meta.url),
);

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? '' },
});
