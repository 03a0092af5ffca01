import childProcess from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { findFreePort } from '../steps/port.mjs';
import { pause } from '../steps/process-identity.mjs';
import { Refusal } from '../steps/refusal.mjs';
import { findBinaries } from './postgres-binaries.mjs';

export const OWNER = 'verbatim';

const START_ATTEMPTS = 4;
/** PostgreSQL's code for it. */
const WRONG_PASSWORD = '28P01';
/** Throw-away clusters trade safety against a power cut for speed. */
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * A PostgreSQL server of our own, from the binaries npm installed.
 * @typedef {{ serverUrl: string, version: string, state: 'created' | 'started' | 'adopted', isAlive: () => boolean, stop: (force?: boolean) => void }} EmbeddedServer
 */

/**
 * Starts the server of a directory, making its cluster when there is none. A server that a killed start left
 * running is adopted.
 *
 * @param {{ directory: string, user: import('./postgres-binaries.mjs').ServerUser | null, ownerPassword: string, durable?: boolean }} options
 *   `directory` is an existing one that the server's user may enter
 * @returns {Promise<EmbeddedServer>} `serverUrl` is the owner's, without a database
 */
export async function startEmbeddedPostgres({ directory, user, ownerPassword, durable = true }) {
  const binaries = findBinaries(user);
  const cluster = path.join(directory, 'postgres');
  const log = path.join(directory, 'postgres.log');
  const isNew = !fs.existsSync(cluster);
  if (isNew) createCluster(binaries, cluster, ownerPassword);
  else requireSameMajor(cluster, binaries.version);

  const stop = (force = false) => {
    runProgram(binaries, 'pg_ctl', [
      'stop',
      '-D',
      cluster,
      '-m',
      force ? 'immediate' : 'fast',
      '-w',
      '-t',
      '30',
    ]);
  };
  const running = findRunningPort(cluster);
  const port = running ?? (await startServer(binaries, cluster, log, durable));
  const serverUrl = `postgresql://${OWNER}:${encodeURIComponent(ownerPassword)}@127.0.0.1:${port}`;
  try {
    await waitUntilReady(`${serverUrl}/postgres`);
  } catch (error) {
    if (!running) stop();
    if (error.code === WRONG_PASSWORD) {
      throw new Refusal(
        `The database in ${directory} was made with another secrets.json than the one there is now: restore that, or remove ${cluster} to begin anew.`,
      );
    }
    throw new Refusal(
      `PostgreSQL runs on port ${port} but does not let us in (${error.message}): see ${log}.`,
    );
  }
  return {
    serverUrl,
    version: binaries.version,
    state: isNew ? 'created' : running ? 'adopted' : 'started',
    isAlive: () => Boolean(findServer(cluster)),
    stop,
  };
}

/** Makes a cluster under another name first: a start that is killed half-way leaves nothing that looks whole. */
function createCluster(binaries, cluster, ownerPassword) {
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, ownerPassword, { mode: 0o600 });
  for (const file of [draft, passwordFile]) giveTo(file, binaries.user);
  try {
    const made = runProgram(binaries, 'initdb', [
      ...['-D', draft, '-U', OWNER, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync'],
    ]);
    if (made.status !== 0) throw new Refusal(`PostgreSQL could not make its files: ${lastLine(made.stderr)}`);
    fs.renameSync(draft, cluster);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/** @param {string} cluster @param {string} version */
function requireSameMajor(cluster, version) {
  const made = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = version.split('.')[0];
  if (made === ours) return;
  throw new Refusal(
    `The database in ${cluster} was made by PostgreSQL ${made} and this version brings ${ours}: move it with pg_dump first.`,
  );
}

/**
 * The port of the server that runs on these files. Its note of itself outlives a `kill -9`.
 *
 * @param {string} cluster
 * @returns {number | null}
 */
function findRunningPort(cluster) {
  const server = findServer(cluster);
  if (!server) fs.rmSync(noteOf(cluster), { force: true });
  return server && Number(server.port);
}

/** Where a server writes of itself. @param {string} cluster */
const noteOf = (cluster) => path.join(cluster, 'postmaster.pid');

/**
 * The server that runs on these files. The number of one that was killed may belong to another program by now: what runs under it
 * must name this cluster.
 *
 * @param {string} cluster
 */
function findServer(cluster) {
  if (!fs.existsSync(noteOf(cluster))) return null;
  const [pid, , , port] = fs.readFileSync(noteOf(cluster), 'utf8').split('\n');
  return port && findCommand(Number(pid)).includes(cluster) ? { port } : null;
}

/** The command line of a process; empty when there is none. @param {number} pid */
function findCommand(pid) {
  if (process.platform !== 'linux') {
    return (
      childProcess.spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
        .stdout ?? ''
    );
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** Starts the server on a free port. Tried again: the port may be lost to another, a killed server take a moment to go. */
async function startServer(binaries, cluster, log, durable) {
  if (!fs.existsSync(log)) fs.writeFileSync(log, '', { mode: 0o600 });
  giveTo(log, binaries.user);
  const settings = [
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
    ...(durable ? [] : NOT_DURABLE),
  ];
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
    const logged = fs.statSync(log).size;
    const started = runProgram(binaries, 'pg_ctl', [
      'start',
      '-D',
      cluster,
      '-l',
      log,
      '-w',
      '-t',
      '60',
      '-o',
      options,
    ]);
    if (started.status === 0) return port;
    const words = fs.readFileSync(log).subarray(logged).toString();
    if (attempt === START_ATTEMPTS || /No space left/.test(words)) {
      throw new Refusal(`PostgreSQL did not start: ${lastLine(words)} (${log})`);
    }
    await pause(500 * attempt);
  }
}

/** Runs one of PostgreSQL's programs away from the terminal, so that a Ctrl-C there does not cut it short. */
function runProgram({ bin, user }, program, args) {
  // A started server would hold a pipe open for as long as it lives.
  const stdio = args[0] === 'start' ? 'ignore' : 'pipe';
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  return childProcess.spawnSync(path.join(bin, program), args, {
    ...user,
    env,
    stdio,
    cwd: '/',
    encoding: 'utf8',
    detached: true,
  });
}

/** @param {string} ownerUrl */
async function waitUntilReady(ownerUrl) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: ownerUrl });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      // 57P03: the server is starting up, recovering after a crash, or about to end.
      if (error.code !== '57P03' || Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}

/** @param {string} file @param {import('./postgres-binaries.mjs').ServerUser | null} user */
function giveTo(file, user) {
  if (user) fs.chownSync(file, user.uid, user.gid);
}

/** @param {string | null} text */
const lastLine = (text) => (text ?? '').trim().split('\n').at(-1) ?? '';
