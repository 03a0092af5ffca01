import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

/** The programs that a start runs, each made into one file of plain JavaScript, and what each is made from. */
const PROGRAMS = { web: 'lib/web/main.ts', worker: 'lib/worker/main.ts' };

const directory = path.join(root, '.next/programs');

/** @param {string} name */
export const programFile = (name) => path.join(directory, `${name}.mjs`);

/**
 * Makes the programs, or other ones. Reading the sources as they are would cost each start two seconds of work.
 * Packages stay where they are; what sources read beside themselves stays beside the sources.
 *
 * @param {Record<string, string>} programs what each is made from, by name
 */
export async function buildPrograms(programs = PROGRAMS) {
  // Imported here: this file is read before the packages are installed.
  const { build } = await import('esbuild');
  await build({
    entryPoints: Object.entries(programs).map(([out, source]) => ({ in: path.join(root, source), out })),
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'linked',
    sourcesContent: false,
    charset: 'utf8',
    logLevel: 'error',
    plugins: [keepAddresses],
  });
}

/** `import.meta.url` goes on to be the address of the source, not that of the program. */
const keepAddresses = {
  name: 'keep-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\/lib\/.*\.ts$/ }, async ({ path: file }) => {
      const source = await fs.promises.readFile(file, 'utf8');
      const address = JSON.stringify(pathToFileURL(file).href);
      return { contents: source.replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};
