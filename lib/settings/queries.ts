import { env } from '@/lib/core/env';
import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { type SecretKey, type SettingKey, type SettingValue, settingSchemas } from '@/lib/settings/schema';
import { unseal } from '@/lib/settings/seal';

/** A workspace's setting; its default where nobody has set it. */
export async function getSetting<Key extends SettingKey>(scope: Scope, key: Key): Promise<SettingValue<Key>> {
  const row = await findRow(scope, key);
  return settingSchemas[key].parse(row?.value ?? {}) as SettingValue<Key>;
}

/** Whether a secret is set: all that a screen may know of it. */
export async function isSecretSet(scope: Scope, key: SecretKey): Promise<boolean> {
  return Boolean((await findRow(scope, key))?.secret);
}

/**
 * A secret in clear, for use on the server; null when it is not set.
 * @throws ExpectedError 'unavailable' when it was stored under another SETTINGS_KEY.
 */
export async function findSecret(scope: Scope, key: SecretKey): Promise<string | null> {
  const row = await findRow(scope, key);
  if (!row?.secret) return null;
  const masterKey = Buffer.from(env().SETTINGS_KEY, 'base64');
  const secret = unseal(masterKey, { workspaceId: scope.workspaceId, key }, row.secret);
  if (secret !== null) return secret;
  throw new ExpectedError(
    'unavailable',
    'A stored key cannot be read: it was saved under another SETTINGS_KEY. Enter it again in the settings.',
  );
}

async function findRow(scope: Scope, key: string) {
  const { workspaceId } = scope;
  return scope.run((db) => db.setting.findUnique({ where: { workspaceId_key: { workspaceId, key } } }));
}
