import { randomUUID } from 'node:crypto';
import { ExpectedError } from '@/lib/core/errors';
import { log } from '@/lib/core/log';

/** The words for a person: an expected error's own, or an id that the log has. */
export function publicMessage(error: unknown): string {
  if (error instanceof ExpectedError) return error.message;
  const errorId = randomUUID().slice(0, 8);
  log().error({ errorId, error: error instanceof Error ? error.stack : String(error) }, 'action failed');
  return `Something went wrong on our side (${errorId}). Nothing was saved. The log has the details under this number.`;
}
