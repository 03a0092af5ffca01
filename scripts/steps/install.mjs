import fs from 'node:fs';
import path from 'node:path';
import { requireDiskSpace } from './disk-space.mjs';
import { inModules, root } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** Measured: packages 1.3 GB, npm's cache 0.5 GB, build and database 0.3 GB. */
const FRESH_CLONE_MEGABYTES = 2500;

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} PackageLock
 */

/**
 * Whether what npm says it installed is what the lock file asks for. Optional packages may be absent: they
 * are for other machines.
 *
 * @param {PackageLock} wanted package-lock.json
 * @param {PackageLock} installed node_modules/.package-lock.json, which npm writes last
 */
export function isInstalled(wanted, installed) {
  const isSame = (place) =>
    wanted.packages[place]?.version === installed.packages[place]?.version &&
    wanted.packages[place]?.integrity === installed.packages[place]?.integrity;
  const mayBeAbsent = (place) =>
    !installed.packages[place] && (wanted.packages[place]?.optional || wanted.packages[place]?.devOptional);
  return (
    Object.keys(wanted.packages).every((place) => place === '' || isSame(place) || mayBeAbsent(place)) &&
    Object.keys(installed.packages).every((place) => place in wanted.packages)
  );
}

/** Whether `npm ci` has work to do. */
export function needsInstall() {
  const installed = inModules('.package-lock.json');
  return (
    !fs.existsSync(installed) ||
    !isInstalled(readLock(path.join(root, 'package-lock.json')), readLock(installed))
  );
}

/** Installs exactly what the lock file names. */
export async function install() {
  requireDiskSpace(root, FRESH_CLONE_MEGABYTES);
  console.log('  Installing packages; this takes about a minute.');
  await runQuietly('npm', ['ci', '--no-audit', '--no-fund'], { log: 'install.log' });
}

/** @param {string} file @returns {PackageLock} */
const readLock = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
