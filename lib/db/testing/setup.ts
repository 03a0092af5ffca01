import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { forgetEnv } from '@/lib/core/env';
import { createTestDatabase } from '@/lib/db/testing/database';

// Runs before each file of database tests, and before it imports the product: a database of its own, as `npm start`
// would hand it over.
const database = await createTestDatabase();
const dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-test-'));
Object.assign(process.env, {
  DATABASE_URL: database.appUrl,
  NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
  SETTINGS_KEY: randomBytes(32).toString('base64'),
  DATA_DIR: dataDirectory,
  LOG_LEVEL: 'silent',
});
forgetEnv();

afterAll(async () => {
  const { disconnect } = await import('@/lib/db/client');
  const { closeQueue } = await import('@/lib/jobs/queue');
  await closeQueue();
  await disconnect();
  await database.drop();
  fs.rmSync(dataDirectory, { recursive: true, force: true });
});
