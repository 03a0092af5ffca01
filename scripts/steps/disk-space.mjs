import fs from 'node:fs';
import { Refusal } from './refusal.mjs';

const MEGABYTE = 1024 * 1024;

/**
 * Refuses to begin what a nearly full disk would cut short half-way.
 *
 * @param {string} directory an existing directory on the disk in question
 * @param {number} neededMegabytes
 */
export function requireDiskSpace(directory, neededMegabytes) {
  const { bavail, bsize } = fs.statfsSync(directory);
  const freeMegabytes = Math.floor((bavail * bsize) / MEGABYTE);
  if (freeMegabytes >= neededMegabytes) return;
  throw new Refusal(
    `The disk holding ${directory} has ${freeMegabytes} MB free and ${neededMegabytes} MB are needed: make room and start again.`,
  );
}
