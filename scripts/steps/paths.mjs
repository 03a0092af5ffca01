import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything a run leaves behind: database, secrets, logs. `VERBATIM_DATA` puts it elsewhere. */
export const dataDirectory = path.resolve(root, process.env.VERBATIM_DATA || '.data');

/** A file of the data directory. @param {...string} parts */
export const inData = (...parts) => path.join(dataDirectory, ...parts);

/** A file of an installed package. @param {...string} parts */
export const inModules = (...parts) => path.join(root, 'node_modules', ...parts);

/** Makes a directory that only its owner may enter, also when it was there already. @param {string} directory */
export function makePrivateDirectory(directory) {
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  fs.chmodSync(directory, 0o700);
}

/**
 * Replaces a file in one move, so that a reader or a crash never meets half of it. Only the owner may read it.
 *
 * @param {string} file
 * @param {string} content
 */
export function writePrivateFile(file, content) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, content, { mode: 0o600 });
  fs.renameSync(draft, file);
}
