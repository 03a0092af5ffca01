import { ExpectedError } from '@/lib/core/errors';

/** PostgreSQL's code for a statement that was cancelled: by its time limit, for nobody else cancels ours. */
const CANCELLED = /\b57014\b/;

/**
 * Runs work on the database, and says so where a statement of it took longer than the process allows one.
 * @throws ExpectedError 'too_slow'.
 */
export async function sayTooSlow<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isCancelled(error)) throw error;
    throw new ExpectedError(
      'too_slow',
      'This took too long and was stopped; nothing was changed. Narrow it, by fewer days or one more filter, or try again in a minute.',
    );
  }
}

function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const meta = 'meta' in error ? JSON.stringify(error.meta) : '';
  const cause = 'cause' in error ? JSON.stringify(error.cause) : '';
  return CANCELLED.test(`${code} ${meta} ${cause}`);
}
