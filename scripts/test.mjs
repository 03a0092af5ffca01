#!/usr/bin/env node
// `npm test`: formatting, types, all tests, build and browser tests, from a fresh clone on.
// `npm test -- static`, `unit`, `db` or `e2e` runs one part. A part that fails does not hide the others.
import './steps/fit-node.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isEncoderThere } from './encoder/convert-encoder.mjs';
import { build, generateClient, needsBuild } from './steps/build.mjs';
import { prepareEncoder } from './steps/encoder.mjs';
import { install, needsInstall } from './steps/install.mjs';
import { findLock, releaseLock, takeLock } from './steps/lock.mjs';
import { dataDirectory, inData, inModules, makePrivateDirectory, root } from './steps/paths.mjs';
import { explain, Refusal } from './steps/refusal.mjs';
import { run } from './steps/run.mjs';
import { beforeExit, isStopping, shutDown, shutDownOnSignals } from './steps/shutdown.mjs';
import { secondsSince } from './steps/step.mjs';
import { describeLeftOut, sumTallies, tallyOne, tallyPlaywright, tallyVitest } from './steps/tally.mjs';
import { buildWidget } from './steps/widget.mjs';

const PARTS = ['static', 'unit', 'db', 'e2e'];
/** Data that is not part of the project: tests on it are left out where it is absent. */
const OUTSIDE_DATA = path.resolve(root, process.env.VOC_DATA || '../shared/data');

/** @type {import('./steps/tally.mjs').Tally[]} */
const tallies = [];

async function test() {
  const asked = process.argv.slice(2);
  const unknown = asked.find((part) => !PARTS.includes(part));
  if (unknown) throw new Refusal(`There is no part ${unknown}: use ${PARTS.join(', ')}, or nothing for all.`);
  const wants = (part) => asked.length === 0 || asked.includes(part);

  beTheOnlyOne();
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-reports-'));
  beforeExit(() => fs.rmSync(reports, { recursive: true, force: true }));
  if (needsInstall()) {
    refuseToDisturbServer();
    await install();
  }
  await check('database client', async () => {
    await generateClient();
    return 0;
  });
  await check('text encoder', () => {
    prepareEncoder((detail) => console.log(`  ${detail}`));
    return isEncoderThere() ? 0 : 1;
  });

  if (wants('static')) {
    await check('formatting', () =>
      runTool('@biomejs/biome/bin/biome', ['ci', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`, '.']),
    );
    await check('types', async () => {
      const described = await runTool('next/dist/bin/next', ['typegen']);
      return described || (await runTool('typescript/bin/tsc', ['--noEmit', '-p', '.']));
    });
  }
  const serverUrl = wants('db') || wants('e2e') ? await openDatabaseServer() : null;
  const projects = [...(wants('unit') ? ['pure'] : []), ...(wants('db') && serverUrl ? ['db'] : [])];
  if (projects.length) {
    const report = path.join(reports, 'vitest.json');
    const args = [
      'run',
      ...projects.map((name) => `--project=${name}`),
      '--reporter=default',
      '--reporter=json',
    ];
    const env = { ...process.env, ...(serverUrl && { TEST_DATABASE_URL: serverUrl }) };
    await count('tests', report, tallyVitest, () =>
      runTool('vitest/vitest.mjs', [...args, `--outputFile.json=${report}`], env),
    );
  }
  if (wants('e2e')) {
    const isBuilt = await check('build', async () => {
      await buildWidget();
      if (needsBuild()) refuseToDisturbServer();
      await build();
      return 0;
    });
    const report = path.join(reports, 'playwright.json');
    await count('browser tests', report, tallyPlaywright, async () => {
      if (!isBuilt || !serverUrl) throw new Refusal('The browser tests could not run: see above.');
      const { runBrowserTests } = await import('./steps/end-to-end.mjs');
      return runBrowserTests(serverUrl, report);
    });
  }
}

/** Two test runs would build over each other. */
function beTheOnlyOne() {
  makePrivateDirectory(dataDirectory);
  const lockFile = inData('test.lock');
  const { takenBy } = takeLock(lockFile, '');
  if (takenBy) throw new Refusal(`npm test already runs from ${root}: process ${takenBy.holder.pid}.`);
  beforeExit(() => releaseLock(lockFile));
}

/** Packages and build are shared with a server that runs from this checkout: replacing them would break it. */
function refuseToDisturbServer() {
  const server = findLock(inData('start.lock'));
  if (!server) return;
  throw new Refusal(
    `Verbatim runs from ${root} (process ${server.holder.pid}) with older sources: stop it, then test again.`,
  );
}

/** @returns {Promise<string | null>} null, and a failure counted, when there is no server */
async function openDatabaseServer() {
  let serverUrl = null;
  await check('test database', async () => {
    const { openTestServer } = await import('./database/throwaway-postgres.mjs');
    const server = await openTestServer();
    beforeExit(server.stop);
    serverUrl = server.serverUrl;
    return 0;
  });
  return serverUrl;
}

/** @param {string} tool a file of an installed package @returns {Promise<number>} exit code */
const runTool = (tool, args, env = process.env) => run(process.execPath, [inModules(tool), ...args], { env });

/** Counts work that is one test by itself. @param {() => Promise<number>} work gives an exit code */
async function check(name, work) {
  const exitCode = await attempt(name, work);
  tallies.push(tallyOne(exitCode === 0));
  return exitCode === 0;
}

/** Counts work that reports on its tests. Work that fails without naming a failed test is a failure itself. */
async function count(name, report, tally, work) {
  const exitCode = await attempt(name, work);
  const counted = fs.existsSync(report)
    ? tally(JSON.parse(fs.readFileSync(report, 'utf8')))
    : tallyOne(exitCode === 0);
  if (exitCode !== 0 && counted.failed === 0) counted.failed = 1;
  tallies.push(counted);
}

async function attempt(name, work) {
  if (isStopping()) return new Promise(() => {});
  const began = performance.now();
  console.log(`\n--- ${name}`);
  let exitCode = 1;
  try {
    exitCode = await work();
  } catch (error) {
    if (isStopping()) return new Promise(() => {});
    console.error(explain(error, root));
  }
  console.log(`--- ${name}: ${exitCode === 0 ? 'passed' : 'FAILED'} in ${secondsSince(began)}`);
  return exitCode;
}

/** What was left out, and as the last line the sum. @returns {Promise<never>} */
function conclude() {
  const { passed, failed, leftOut } = sumTallies(tallies);
  const isDataAbsent = !fs.existsSync(OUTSIDE_DATA);
  if (leftOut.length) {
    const reason = isDataAbsent
      ? `because ${path.relative(root, OUTSIDE_DATA)} is absent`
      : 'by the tests themselves';
    console.log(`\nleft out: ${describeLeftOut(leftOut)}, ${reason}`);
  }
  // Where everything has to be there, nothing may be passed over in silence.
  const failures = failed + (process.env.CI ? leftOut.length : 0);
  console.log(`\n${passed} passed, ${failures} failed`);
  return shutDown(failures === 0 ? 0 : 1);
}

shutDownOnSignals();
test().then(conclude, (error) => {
  if (isStopping()) return;
  console.error(explain(error, root));
  tallies.push(tallyOne(false));
  conclude();
});
