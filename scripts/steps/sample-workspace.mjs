import fs from 'node:fs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';

/**
 * Creates the sample workspace when it is not there yet.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} ownerUrl of the role that owns the tables
 * @param {(detail: string) => void} say
 */
export async function createSampleWorkspace(environment, ownerUrl, say) {
  if (process.env.SAMPLE_WORKSPACE === '0') return say('left out: SAMPLE_WORKSPACE=0');
  // Asked here, because starting the sample's own program to find that out takes longer than all else of a warm start.
  const { withClient } = await import('../database/prepare.mjs');
  const users = await withClient(environment.DATABASE_URL, (client) =>
    client.query('SELECT 1 FROM users LIMIT 1'),
  );
  if (users.rowCount) return say('up to date');
  const exitCode = await run(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], { env: environment });
  if (exitCode !== 0) throw new Refusal('The sample workspace could not be created: see the lines above.');
  // Until the database has looked at the new rows, it plans queries as if tables were empty: screens took a minute.
  await withClient(ownerUrl, (client) => client.query('ANALYZE'));
}

/**
 * One sign-in for each role, as the sample data wrote them: role, e-mail and password, parted by tabs.
 *
 * @param {string} text of the file
 * @returns {{ role: string, email: string, password: string }[]}
 */
export function parseSignIns(text) {
  return text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [role = '', email = '', password = ''] = line.split('\t');
      return { role, email, password };
    });
}

/** @param {string | undefined} file */
export function printSignIns(file) {
  if (!file || !fs.existsSync(file)) return;
  fs.chmodSync(file, 0o600);
  console.log('\n  Sample users, also in', file);
  for (const { role, email, password } of parseSignIns(fs.readFileSync(file, 'utf8'))) {
    console.log(`  ${role.padEnd(18)}${email.padEnd(32)}${password}`);
  }
}
