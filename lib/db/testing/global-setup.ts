import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import {
  createDatabaseIfMissing,
  dropDatabaseAndRole,
  prepareDatabase,
  withDatabase,
} from '../../../scripts/database/prepare.mjs';
import { openTestServer } from '../../../scripts/database/throwaway-postgres.mjs';

/** Where tests find the database they clone. Both addresses are those of the template. */
export interface TemplateDatabase {
  ownerUrl: string;
  applicationUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    templateDatabase: TemplateDatabase;
  }
}

/**
 * Before all database tests: a PostgreSQL server and in it one database with all migrations, the job queue
 * and the application role. Its name is drawn, so that two runs can share a server.
 */
export default async function setUp(project: TestProject) {
  const server = await openTestServer();
  const template = `verbatim_template_${randomBytes(4).toString('hex')}`;
  const tearDown = async () => {
    try {
      await dropDatabaseAndRole(server.serverUrl, template);
    } finally {
      server.stop();
    }
  };
  try {
    await createDatabaseIfMissing(server.serverUrl, template);
    const ownerUrl = withDatabase(server.serverUrl, template);
    const { applicationUrl } = await prepareDatabase(ownerUrl, randomBytes(24).toString('hex'));
    project.provide('templateDatabase', { ownerUrl, applicationUrl });
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
