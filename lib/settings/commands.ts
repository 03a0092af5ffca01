import { env } from '@/lib/core/env';
import type { Scope } from '@/lib/db/scope';
import { type SecretKey, type SettingKey, type SettingValue, settingSchemas } from '@/lib/settings/schema';
import { seal } from '@/lib/settings/seal';

/** Keeps a setting. The caller records the change in the audit trail, in the same transaction. */
export async function setSetting<Key extends SettingKey>(
  scope: Scope,
  key: Key,
  value: SettingValue<Key>,
): Promise<void> {
  const { workspaceId } = scope;
  const parsed = settingSchemas[key].parse(value);
  await scope.run((db) =>
    db.setting.upsert({
      where: { workspaceId_key: { workspaceId, key } },
      create: { workspaceId, key, value: parsed },
      update: { value: parsed },
    }),
  );
}

/** Keeps a secret, encrypted; null forgets it. The caller records the change in the audit trail. */
export async function setSecret(scope: Scope, key: SecretKey, secret: string | null): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    if (secret === null) return db.setting.deleteMany({ where: { workspaceId, key } });
    const sealed = seal(Buffer.from(env().SETTINGS_KEY, 'base64'), { workspaceId, key }, secret);
    return db.setting.upsert({
      where: { workspaceId_key: { workspaceId, key } },
      create: { workspaceId, key, secret: Uint8Array.from(sealed) },
      update: { secret: Uint8Array.from(sealed) },
    });
  });
}
