import path from 'node:path';
import { inModules, root } from './paths.mjs';
import { buildPrograms } from './programs.mjs';
import { runQuietly } from './run.mjs';
import { fingerprint, isStamped, listFiles, unlessStamped } from './stamp.mjs';

const generatedClient = path.join(root, 'lib/db/generated');
const buildStamp = path.join(root, '.next/sources');

/** What a build is made of. A directory that does not exist counts as empty. */
const BUILD_SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/steps/programs.mjs',
].map((name) => path.join(root, name));

/** Makes the Prisma client when the schema has changed. @returns {Promise<boolean>} whether it had to */
export async function generateClient() {
  const schema = listFiles([path.join(root, 'prisma')], (file) => file.endsWith('.prisma'));
  const sources = fingerprint([
    ...schema,
    path.join(root, 'package-lock.json'),
    path.join(root, 'prisma.config.ts'),
  ]);
  return unlessStamped(path.join(generatedClient, '.sources'), sources, () =>
    runQuietly(process.execPath, [inModules('prisma/build/index.js'), 'generate'], { log: 'generate.log' }),
  );
}

/** Whether `build` has work to do. */
export const needsBuild = () => !isStamped(buildStamp, fingerprintOfBuild());

/** Builds the screens, and the programs of web and worker. */
export async function build() {
  await unlessStamped(buildStamp, fingerprintOfBuild(), async () => {
    await runQuietly(process.execPath, [inModules('next/dist/bin/next'), 'build'], { log: 'build.log' });
    await buildPrograms();
  });
}

/** Variables that Next.js writes into the browser's scripts belong to the sources. */
function fingerprintOfBuild() {
  const isSource = (file) => !/\.test\.tsx?$/.test(file) && !file.startsWith(generatedClient + path.sep);
  const inlined = Object.entries(process.env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'));
  return fingerprint(listFiles(BUILD_SOURCES, isSource), inlined.sort().flat());
}
