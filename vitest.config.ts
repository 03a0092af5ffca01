import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    // By default one processor is left idle, which is half of a machine of two.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          // A process for each of these files would cost more than what most of them test.
          isolate: false,
          include: ['**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**', '.next/**'],
          // Time is no matter of tests: some train or start a process, and the machine may be busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          // As above; each file gets a database of its own all the same (see the setup).
          isolate: false,
          include: ['{lib,prisma,scripts}/**/*.db.test.ts'],
          globalSetup: ['lib/db/testing/global-setup.ts'],
          setupFiles: ['lib/db/testing/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
