/** The command was called wrongly: one line on stderr, exit code 2. */
export class UsageError extends Error {}

/** The command was called rightly and what it was given is not usable: one line on stderr, exit code 1. */
export class InputError extends Error {}

/** Whoever read our output has stopped reading (`| head`): not an error, there is nothing left to do. */
export class OutputClosed extends Error {}

const SYSTEM_REASONS: Record<string, string> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'it is not permitted',
  EEXIST: 'a file of that name is in the way',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
};

/** Turns a system error on a file into one that is fit to be shown; anything else is returned as it is. */
export function explainFileError(error: unknown, doing: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = SYSTEM_REASONS[code];
  return reason ? new InputError(`Cannot ${doing}: ${reason}`) : error;
}
