import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { setSecret, setSetting } from '@/lib/settings/commands';
import { getSetting, isSecretSet } from '@/lib/settings/queries';
import type { LanguageModelInput } from '@/lib/workspaces/schema';

const SECRET = 'languageModel.apiKey';

/**
 * Sets which language model may be asked, and turns it on or off. A stored key goes only to the server it was entered
 * for: another server without a new key forgets the old one, so that nobody can have it sent to a server of theirs.
 */
export async function updateLanguageModel(
  scope: Scope,
  { isEnabled, baseUrl, model, apiKey, forgetsKey }: LanguageModelInput,
): Promise<{ keyWasForgotten: boolean }> {
  return scope.run(async (db, inner) => {
    await db.$queryRaw`SELECT id FROM workspaces WHERE id = ${scope.workspaceId}::uuid FOR NO KEY UPDATE`;
    const before = await getSetting(inner, 'languageModel');
    const hadKey = await isSecretSet(inner, SECRET);
    const keyWasForgotten =
      hadKey && !apiKey && (forgetsKey || originOf(before.baseUrl) !== originOf(baseUrl));
    await setSetting(inner, 'languageModel', { isEnabled, baseUrl, model });
    if (apiKey || keyWasForgotten) await setSecret(inner, SECRET, apiKey || null);
    await recordAudit(inner, {
      action: 'setting.changed',
      subjectKind: 'setting',
      subjectId: 'languageModel',
      details: { enabled: isEnabled, address: baseUrl, model, key: keyChange(apiKey, keyWasForgotten) },
    });
    return { keyWasForgotten };
  });
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}

function keyChange(apiKey: string, wasForgotten: boolean): string {
  if (apiKey) return 'replaced';
  return wasForgotten ? 'removed' : 'unchanged';
}
