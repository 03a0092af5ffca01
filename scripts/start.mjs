#!/usr/bin/env node
// `npm start`: from a fresh clone to a running Verbatim. `--dev` serves the sources and reloads.
// Every step is passed over when there is nothing to do. Until the packages are installed, nothing from
// node_modules may be imported: what needs them is imported further down.
import './steps/fit-node.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { build, generateClient, needsBuild } from './steps/build.mjs';
import { requireDiskSpace } from './steps/disk-space.mjs';
import { prepareEncoder } from './steps/encoder.mjs';
import { productEnvironment } from './steps/environment.mjs';
import { install, needsInstall } from './steps/install.mjs';
import { releaseLock, takeLock } from './steps/lock.mjs';
import { dataDirectory, inData, makePrivateDirectory, root } from './steps/paths.mjs';
import { parsePort, requireFreePort } from './steps/port.mjs';
import { explain, Refusal } from './steps/refusal.mjs';
import { createSampleWorkspace, printSignIns } from './steps/sample-workspace.mjs';
import { readSecrets } from './steps/secrets.mjs';
import { makeServices, stopChildren, waitForWeb, webCommand, workerCommand } from './steps/services.mjs';
import { beforeExit, isStopping, shutDown, shutDownOnSignals } from './steps/shutdown.mjs';
import { secondsSince, step } from './steps/step.mjs';
import { buildWidget } from './steps/widget.mjs';

const WARM_START_MEGABYTES = 200;

async function start() {
  const began = performance.now();
  const dev = process.argv.includes('--dev');
  const settings = path.join(root, '.env');
  if (fs.existsSync(settings)) process.loadEnvFile(settings);
  const host = process.env.HOST || '127.0.0.1';
  const port = parsePort(process.env.PORT);
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  console.log(`Verbatim, in ${root}`);

  makePrivateDirectory(dataDirectory);
  requireDiskSpace(dataDirectory, WARM_START_MEGABYTES);
  const { lockFile, lock } = await beTheOnlyOne(address);
  await requireFreePort(port, host);
  const secrets = readSecrets();

  await step('packages', async (say) => {
    if (needsInstall()) await install();
    else say('up to date');
  });
  await step('database client', async (say) => {
    if (!(await generateClient())) say('up to date');
  });
  await step('text encoder', prepareEncoder);

  const { openDatabase } = await import('./steps/database.mjs');
  const { prepareDatabase } = await import('./database/prepare.mjs');
  const ownerUrl = await step('database', (say) => openDatabase(secrets, say));
  const { applicationUrl } = await step('migrations', async (say) => {
    const prepared = await prepareDatabase(ownerUrl, secrets.applicationPassword);
    for (const warning of prepared.warnings) console.warn(`  ${warning}`);
    say(prepared.applied.length ? `${prepared.applied.length} applied` : 'up to date');
    return prepared;
  });
  const environment = productEnvironment({ applicationUrl, address, dev, secrets });
  await step('sample workspace', (say) => createSampleWorkspace(environment, ownerUrl, say));
  await step('page scripts', () => buildWidget());
  if (!dev) {
    await step('build', async (say) => {
      if (needsBuild()) await build();
      else say('up to date');
    });
  }

  await step('web and worker', async () => {
    const services = makeServices({ lockFile, lock, environment });
    services.startWeb(webCommand(dev, host, port));
    services.startWorker(workerCommand(dev));
    await waitForWeb(address);
  });
  printSignIns(environment.SIGN_INS_FILE);
  console.log(`\nReady after ${secondsSince(began)}: ${address}   (Ctrl-C stops everything)`);
}

/** Holds the lock of the data directory, and clears away what a killed start left running. */
async function beTheOnlyOne(address) {
  const lockFile = inData('start.lock');
  const taken = takeLock(lockFile, address);
  if (taken.takenBy) {
    const { holder, since, address: served } = taken.takenBy;
    throw new Refusal(
      `Verbatim already runs from ${root}: process ${holder.pid}, since ${since}, at ${served}. Stop it with Ctrl-C there, or with: kill ${holder.pid}`,
    );
  }
  beforeExit(() => releaseLock(lockFile));
  if (taken.leftBehind) await stopChildren(taken.leftBehind);
  return { lockFile, lock: taken.lock };
}

shutDownOnSignals();
start().catch((error) => {
  if (isStopping()) return;
  console.error(explain(error, dataDirectory));
  shutDown(1);
});
