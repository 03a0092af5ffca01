import { describe, expect, it } from 'vitest';
import { requireApiScope } from '@/lib/auth/api-scopes';
import { createApiKey } from '@/lib/auth/create-api-key';
import { findApiKeyScope } from '@/lib/auth/find-api-key-scope';
import { findApiKeys } from '@/lib/auth/find-api-keys';
import { requirePermission } from '@/lib/auth/permissions';
import { revokeApiKey } from '@/lib/auth/revoke-api-key';
import { sha256 } from '@/lib/core/ids';
import { findAuditPage } from '@/lib/workspaces/audit-page';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

describe('API keys', () => {
  it('open the workspace they were made in, with their scopes, and are kept as a hash', async () => {
    const { scope } = await makeOwnedWorkspace();
    const key = await createApiKey(scope, { name: 'Shop', kind: 'secret', scopes: ['feedback:write'] });
    const found = await findApiKeyScope(key);
    expect(found?.workspaceId).toBe(scope.workspaceId);
    if (!found) return;
    expect(() => requireApiScope(found, 'feedback:write')).not.toThrow();
    expect(() => requireApiScope(found, 'accounts:write')).toThrow('lacks the scope accounts:write');
    expect(() => requirePermission(found, 'workspace.read')).toThrow();
    const stored = await scope.run((db) =>
      db.apiKey.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } }),
    );
    expect(stored.hash).toBe(sha256(key));
    expect(JSON.stringify({ ...stored, prefix: '' })).not.toContain(key.slice(0, 20));
    const [row] = (await findApiKeys(scope)).rows;
    expect(row).toMatchObject({ name: 'Shop', kind: 'secret', createdByName: 'Olga Owner' });
    expect(key.startsWith(row?.prefix ?? '?')).toBe(true);
    expect(row?.lastUsedAt).toBeInstanceOf(Date);
  });

  it('note their use once a minute', async () => {
    const { scope } = await makeOwnedWorkspace();
    const key = await createApiKey(scope, { name: 'a', kind: 'secret', scopes: ['feedback:read'] });
    const use = async (time: string) => {
      await findApiKeyScope(key, new Date(time));
      return (await findApiKeys(scope)).rows[0]?.lastUsedAt?.toISOString();
    };
    expect(await use('2026-01-01T10:00:00Z')).toBe('2026-01-01T10:00:00.000Z');
    expect(await use('2026-01-01T10:00:59Z')).toBe('2026-01-01T10:00:00.000Z');
    expect(await use('2026-01-01T10:01:00Z')).toBe('2026-01-01T10:01:00.000Z');
  });

  it('open nothing once revoked, in another spelling, or when made up', async () => {
    const { scope } = await makeOwnedWorkspace();
    const key = await createApiKey(scope, { name: 'a', kind: 'secret', scopes: ['feedback:read'] });
    const [row] = (await findApiKeys(scope)).rows;
    await revokeApiKey(scope, row?.id ?? '');
    expect(await findApiKeyScope(key)).toBeNull();
    expect(await findApiKeyScope(key.toUpperCase())).toBeNull();
    expect(await findApiKeyScope('')).toBeNull();
    expect(await findApiKeys(scope)).toEqual({ rows: [], total: 0 });
    await expect(revokeApiKey(scope, row?.id ?? '')).rejects.toThrow('no such working API key');
    const { rows } = await findAuditPage(scope, null);
    expect(rows.map(({ action, subjectName }) => [action, subjectName]).slice(0, 2)).toEqual([
      ['api_key.revoked', 'a (API key)'],
      ['api_key.created', 'a (API key)'],
    ]);
  });

  it('that are public never have more than the scopes of their kind', async () => {
    const { scope } = await makeOwnedWorkspace();
    const key = await createApiKey(scope, {
      name: 'Site',
      kind: 'public',
      scopes: ['accounts:write', 'issues:read'],
    });
    const found = await findApiKeyScope(key);
    expect(found?.actor).toMatchObject({ isPublic: true, scopes: ['events:write'] });
  });

  it('are made and revoked by administrators of the same workspace alone', async () => {
    const [ours, theirs] = [await makeOwnedWorkspace(), await makeOwnedWorkspace()];
    const viewer = await makeMember(ours.scope, 'viewer');
    const form = { name: 'a', kind: 'secret' as const, scopes: ['feedback:read' as const] };
    await expect(createApiKey(viewer.scope, form)).rejects.toThrow('Owner or Administrator');
    await createApiKey(ours.scope, form);
    const [row] = (await findApiKeys(ours.scope)).rows;
    await expect(revokeApiKey(viewer.scope, row?.id ?? '')).rejects.toThrow('Owner or Administrator');
    await expect(revokeApiKey(theirs.scope, row?.id ?? '')).rejects.toThrow('no such');
    expect(await findApiKeys(theirs.scope)).toEqual({ rows: [], total: 0 });
  });
});
