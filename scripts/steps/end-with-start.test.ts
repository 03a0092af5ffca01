import childProcess from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { findIdentity, isRunning } from './process-identity.mjs';

const preload = new URL('./end-with-start.mjs', import.meta.url).href;

/** As `npm start` launches a service, which has a child of its own. It names itself and that child. */
const SERVICE = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(process.pid, child.pid);
  setInterval(() => {}, 1000);`;
const START = `
  require('node:child_process').spawn(process.execPath, ['--import', '${preload}', '-e', ${JSON.stringify(SERVICE)}],
    { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });`;

it('a service ends with its children when the start is killed', async () => {
  const start = childProcess.spawn(process.execPath, ['-e', START], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(start.stdout, 'data')) as [Buffer];
  const left = line.toString().trim().split(' ').map(Number).map(findIdentity);
  expect(left.map(isRunning)).toEqual([true, true]);
  start.kill('SIGKILL');
  await expect.poll(() => left.map(isRunning), { timeout: 10_000 }).toEqual([false, false]);
});
