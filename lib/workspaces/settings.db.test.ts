import { describe, expect, it } from 'vitest';
import { setSecret, setSetting } from '@/lib/settings/commands';
import { findSecret, getSetting, isSecretSet } from '@/lib/settings/queries';
import { unseal } from '@/lib/settings/seal';
import { findAuditPage } from '@/lib/workspaces/audit-page';
import { languageModelSchema } from '@/lib/workspaces/schema';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';
import { updateLanguageModel } from '@/lib/workspaces/update-language-model';
import { updateWorkspace } from '@/lib/workspaces/update-workspace';

const KEY = 'languageModel.apiKey';
const local = {
  isEnabled: true,
  baseUrl: 'http://127.0.0.1:11434/v1',
  model: 'small',
  apiKey: '',
  forgetsKey: false,
};

describe('settings', () => {
  it('are their defaults until set, and then what was set, each workspace its own', async () => {
    const [{ scope }, other] = [await makeOwnedWorkspace(), await makeOwnedWorkspace()];
    expect(await getSetting(scope, 'languageModel')).toEqual({ isEnabled: false, baseUrl: '', model: '' });
    await setSetting(scope, 'rankingWeights', { frequency: 2, churn: 0, impact: 0.5 });
    expect(await getSetting(scope, 'rankingWeights')).toEqual({ frequency: 2, churn: 0, impact: 0.5 });
    expect(await getSetting(other.scope, 'rankingWeights')).toEqual({ frequency: 1, churn: 1, impact: 1 });
    await expect(setSetting(scope, 'rankingWeights', { frequency: 0, churn: 0, impact: 0 })).rejects.toThrow(
      'above zero',
    );
  });
});

describe('secrets', () => {
  it('are unreadable in the database, under another key and in another workspace', async () => {
    const [{ scope }, other] = [await makeOwnedWorkspace(), await makeOwnedWorkspace()];
    const { workspaceId } = scope;
    await setSecret(scope, KEY, 'sk-very-secret');
    expect(await findSecret(scope, KEY)).toBe('sk-very-secret');
    expect(await isSecretSet(other.scope, KEY)).toBe(false);

    const row = await scope.run((db) => db.setting.findFirstOrThrow({ where: { workspaceId } }));
    const sealed = row.secret ?? new Uint8Array();
    expect(row.value).toBeNull();
    expect(Buffer.from(sealed).includes('sk-very-secret')).toBe(false);
    expect(unseal(Buffer.alloc(32, 99), { workspaceId, key: KEY }, sealed)).toBeNull();

    await other.scope.run((db) =>
      db.setting.create({ data: { workspaceId: other.scope.workspaceId, key: KEY, secret: sealed } }),
    );
    await expect(findSecret(other.scope, KEY)).rejects.toMatchObject({ kind: 'unavailable' });

    await setSecret(scope, KEY, null);
    expect(await findSecret(scope, KEY)).toBeNull();
  });
});

describe('updateLanguageModel', () => {
  it('keeps the key for the same server and forgets it for another', async () => {
    const { scope } = await makeOwnedWorkspace();
    await updateLanguageModel(scope, { ...local, apiKey: 'sk-very-secret' });
    expect(await updateLanguageModel(scope, { ...local, model: 'large' })).toEqual({
      keyWasForgotten: false,
    });
    expect(await findSecret(scope, KEY)).toBe('sk-very-secret');
    const moved = { ...local, baseUrl: 'https://models.example/v1' };
    expect(await updateLanguageModel(scope, moved)).toEqual({ keyWasForgotten: true });
    expect(await findSecret(scope, KEY)).toBeNull();
    await updateLanguageModel(scope, { ...moved, apiKey: 'sk-second' });
    await updateLanguageModel(scope, { ...moved, forgetsKey: true });
    expect(await isSecretSet(scope, KEY)).toBe(false);

    const { rows } = await findAuditPage(scope, null);
    expect(rows.filter(({ action }) => action === 'setting.changed')).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toContain('sk-');
  });

  it('cannot be turned on without an address and a model', () => {
    const parse = (form: Record<string, string>) =>
      languageModelSchema.safeParse({ baseUrl: '', model: '', apiKey: '', ...form }).success;
    expect(parse({})).toBe(true);
    expect(parse({ isEnabled: 'on' })).toBe(false);
    expect(parse({ isEnabled: 'on', baseUrl: 'http://localhost/v1' })).toBe(false);
    expect(parse({ isEnabled: 'on', baseUrl: 'http://localhost/v1', model: 'm' })).toBe(true);
    expect(parse({ baseUrl: 'file:///etc/passwd' })).toBe(false);
  });
});

describe('updateWorkspace', () => {
  it('writes down what changed, and nothing when nothing did', async () => {
    const { scope } = await makeOwnedWorkspace('Acme');
    await updateWorkspace(scope, { workspaceName: 'Acme', currency: 'EUR' });
    await updateWorkspace(scope, { workspaceName: 'Acme Ltd', currency: 'GBP' });
    const { rows } = await findAuditPage(scope, null);
    expect(rows.map(({ action }) => action)).toEqual(['workspace.updated', 'workspace.created']);
    expect(rows[0]?.details).toEqual({
      from: { name: 'Acme', currency: 'EUR' },
      to: { name: 'Acme Ltd', currency: 'GBP' },
    });
  });
});
