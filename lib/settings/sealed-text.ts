import { env } from '@/lib/core/env';
import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { seal, unseal } from '@/lib/settings/seal';

/**
 * Encrypts a text that a row of its own keeps, as secrets of settings are.
 * @param place names row and column, such as `hook.ID`: opened elsewhere it says nothing
 */
export function sealText(scope: Scope, place: string, text: string): Uint8Array<ArrayBuffer> {
  const { workspaceId } = scope;
  return Uint8Array.from(seal(masterKey(), { workspaceId, key: place }, text));
}

/** @throws ExpectedError 'unavailable' when it was stored under another SETTINGS_KEY. */
export function unsealText(scope: Scope, place: string, sealed: Uint8Array): string {
  const text = unseal(masterKey(), { workspaceId: scope.workspaceId, key: place }, sealed);
  if (text !== null) return text;
  throw new ExpectedError(
    'unavailable',
    'What is stored cannot be read: it was saved under another SETTINGS_KEY. Set it up anew.',
  );
}

const masterKey = () => Buffer.from(env().SETTINGS_KEY, 'base64');
