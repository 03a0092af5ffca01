// Evaluated before everything else, so it and every file beside it must parse on old versions of Node:
// no syntax newer than ES2022, and built-in modules imported whole (a missing name would fail while linking).

/** The oldest Node this project runs on; also `engines` in package.json. */
const OLDEST = [20, 19];

/**
 * @param {string} version as in `process.versions.node`
 * @returns {boolean}
 */
export function isFitNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

if (!isFitNode(process.versions.node)) {
  console.error(`Verbatim needs Node ${OLDEST.join('.')} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
if (process.platform === 'win32') {
  console.error('Verbatim runs on Linux and macOS; on Windows, run it inside WSL.');
  process.exit(1);
}
