import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Every file below the given files and directories, sorted. Missing ones are passed over.
 *
 * @param {string[]} entries
 * @param {(file: string) => boolean} [wanted]
 * @returns {string[]}
 */
export function listFiles(entries, wanted = () => true) {
  const files = [];
  for (const entry of entries) {
    const stat = fs.statSync(entry, { throwIfNoEntry: false });
    if (!stat) continue;
    if (!stat.isDirectory()) files.push(entry);
    else
      files.push(
        ...listFiles(
          fs.readdirSync(entry).map((name) => path.join(entry, name)),
          wanted,
        ),
      );
  }
  return files.filter(wanted).sort();
}

/**
 * A fingerprint of files' names and contents, and of any further facts that matter.
 *
 * @param {string[]} files
 * @param {string[]} [facts]
 * @returns {string}
 */
export function fingerprint(files, facts = []) {
  const hash = crypto.createHash('sha256').update(JSON.stringify(facts));
  for (const file of files) {
    const content = fs.readFileSync(file);
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Does the work unless the stamp, which lies inside the thing made, says it was made from the same sources.
 * Deleting the thing deletes the stamp with it; work that breaks off leaves none.
 *
 * @param {string} stampFile
 * @param {string} sources fingerprint
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether there was work to do
 */
export async function unlessStamped(stampFile, sources, work) {
  if (isStamped(stampFile, sources)) return false;
  fs.rmSync(stampFile, { force: true });
  await work();
  fs.writeFileSync(stampFile, sources);
  return true;
}

/** @param {string} stampFile @param {string} sources */
export function isStamped(stampFile, sources) {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === sources;
}
