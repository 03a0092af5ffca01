import childProcess from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLock, releaseLock, takeLock, updateLock } from './lock.mjs';
import { findIdentity, isRunning, pause, stopGroup } from './process-identity.mjs';

let directory: string;
let file: string;

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-lock-'));
  file = path.join(directory, 'start.lock');
});

afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

const startSleeper = () => childProcess.spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });

function writeLockOf(holder: { pid: number; started: string }) {
  fs.writeFileSync(file, JSON.stringify({ holder, since: '', address: 'there', children: {} }));
}

describe('takeLock', () => {
  it('is taken once, with an address and private to its owner', () => {
    expect(takeLock(file, 'http://here').takenBy).toBeNull();
    expect(takeLock(file, 'http://there').takenBy).toMatchObject({
      holder: { pid: process.pid },
      address: 'http://here',
    });
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(directory)).toEqual(['start.lock']);
  });

  it('is free again once released', () => {
    takeLock(file, '');
    releaseLock(file);
    expect(findLock(file)).toBeNull();
    expect(takeLock(file, '').takenBy).toBeNull();
  });

  it('respects another living holder', async () => {
    const other = startSleeper();
    const identity = findIdentity(other.pid ?? 0);
    writeLockOf(identity ?? { pid: 0, started: '' });
    expect(takeLock(file, '').takenBy).toMatchObject({ holder: identity });
    releaseLock(file);
    expect(findLock(file)).toMatchObject({ holder: identity });
    await stopGroup(identity, 1000);
  });

  it('takes over from a holder that is dead, and hands on what it had started', async () => {
    const dead = startSleeper();
    const identity = findIdentity(dead.pid ?? 0);
    writeLockOf(identity ?? { pid: 0, started: '' });
    const ended = once(dead, 'exit');
    dead.kill('SIGKILL');
    await ended;
    expect(takeLock(file, '')).toMatchObject({
      takenBy: null,
      leftBehind: { address: 'there', holder: identity },
    });
    expect(findLock(file)).toMatchObject({ holder: { pid: process.pid } });
  });

  it('takes over when the number of a dead holder now belongs to another process', () => {
    writeLockOf({ pid: process.ppid, started: 'long ago' });
    expect(takeLock(file, '').takenBy).toBeNull();
  });

  it('takes over a lock that cannot be read', () => {
    fs.writeFileSync(file, '{"holder":');
    expect(takeLock(file, '').takenBy).toBeNull();
  });

  it('keeps the children for the next start to find', () => {
    const taken = takeLock(file, '');
    if (taken.takenBy) throw new Error('The lock should have been free.');
    taken.lock.children.web = { pid: 1, started: 'then' };
    updateLock(file, taken.lock);
    expect(findLock(file)?.children).toEqual({ web: { pid: 1, started: 'then' } });
  });
});

describe('stopGroup', () => {
  it('ends a process that will not listen, and its children', async () => {
    const script = 'trap "" TERM; sleep 60 & echo $!; wait';
    const stubborn = childProcess.spawn('sh', ['-c', script], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [printed] = await once(stubborn.stdout, 'data');
    const leader = findIdentity(stubborn.pid ?? 0);
    const child = findIdentity(Number(printed));
    expect([isRunning(leader), isRunning(child)]).toEqual([true, true]);
    const ended = once(stubborn, 'exit');
    await stopGroup(leader, 50);
    await ended;
    expect(isRunning(leader)).toBe(false);
    while (isRunning(child)) await pause(5);
  });

  it('leaves a process alone that only bears the number', async () => {
    const bystander = startSleeper();
    const identity = findIdentity(bystander.pid ?? 0);
    await stopGroup({ pid: bystander.pid ?? 0, started: 'long ago' }, 50);
    expect(isRunning(identity)).toBe(true);
    await stopGroup(identity, 1000);
  });
});
