import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { setSecret, setSetting } from '@/lib/settings/commands';
import { getSetting, isSecretSet } from '@/lib/settings/queries';
import type { SettingValue, TrackerName } from '@/lib/settings/schema';

/** How a tracker is to be set up; an empty token keeps the stored one. */
export type TrackerInput = {
  [Name in TrackerName]: {
    tracker: Name;
    settings: SettingValue<Name>;
    token: string;
    forgetsToken: boolean;
  };
}[TrackerName];

/**
 * Sets where tickets are made and how fields are mapped. A stored token goes only to the server it was entered for: another
 * server without a new token forgets it, so that nobody can have it sent to a server of theirs.
 */
export async function saveTracker(
  scope: Scope,
  input: TrackerInput,
): Promise<{ tokenWasForgotten: boolean }> {
  const { tracker, token, forgetsToken } = input;
  const secret = `${tracker}.token` as const;
  return scope.run(async (db, inner) => {
    await db.$queryRaw`SELECT id FROM workspaces WHERE id = ${scope.workspaceId}::uuid FOR NO KEY UPDATE`;
    const from = originOf(tracker, await getSetting(inner, tracker));
    const to = originOf(tracker, input.settings);
    const tokenWasForgotten = (await isSecretSet(inner, secret)) && !token && (forgetsToken || from !== to);
    await setSetting(inner, tracker, input.settings);
    if (token || tokenWasForgotten) await setSecret(inner, secret, token || null);
    await recordAudit(inner, {
      action: 'setting.changed',
      subjectKind: 'setting',
      subjectId: tracker,
      details: { server: to ?? '', token: token ? 'replaced' : tokenWasForgotten ? 'removed' : 'unchanged' },
    });
    return { tokenWasForgotten };
  });
}

/** Where requests go. Jira's token belongs to a person, so the person counts too. */
function originOf(tracker: TrackerName, settings: SettingValue<TrackerName>): string | null {
  const url = 'baseUrl' in settings ? settings.baseUrl : settings.apiUrl;
  if (!URL.canParse(url)) return null;
  const { origin } = new URL(url);
  return tracker === 'jira' && 'email' in settings ? `${origin} as ${settings.email}` : origin;
}
