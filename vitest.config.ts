import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Begun first: one that were left to the end would run alone. */
const LONGEST = [
  'prisma/sample-truth.db.test.ts',
  'lib/annotations/proposals.db.test.ts',
  'lib/cli/rank.test.ts',
  'lib/cli/real-files.test.ts',
];

/** Project after project, for a process goes on with the next file only if it is of the same one. */
class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const isLongest = LONGEST.some((name) => moduleId.endsWith(name));
      return isLongest ? '' : project.name;
    };
    // Sorting is stable: within a project the larger files stay first.
    return (await super.sort(files)).sort((one, other) =>
      place(one) < place(other) ? -1 : +(place(one) > place(other)),
    );
  }
}

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    // By default one processor is left idle, which is half of a machine of two.
    maxWorkers: '100%',
    sequence: { sequencer: Sequencer },
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
