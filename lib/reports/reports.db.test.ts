import { beforeAll, expect, it } from 'vitest';
import { findGuestAccess } from '@/lib/auth/guest';
import { requirePermission } from '@/lib/auth/permissions';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeAccount, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { createIssue } from '@/lib/issues/create-issue';
import { findActivity } from '@/lib/issues/find-activity';
import { findRankedIssues } from '@/lib/issues/find-ranked-issues';
import { addIssueLink } from '@/lib/issues/issue-links';
import { rankIssues } from '@/lib/issues/rank-issues';
import { updateIssue } from '@/lib/issues/update-issue';
import { loadIssueReport, loadListReport } from '@/lib/reports/load-report';
import { newShareSchema } from '@/lib/reports/schema';
import { createShareLink, findShareLinks, revokeShareLink } from '@/lib/reports/share-links';
import { type MadeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let owner: MadeMember;
let scope: Scope;

beforeAll(async () => {
  owner = await makeOwnedWorkspace();
  ({ scope } = owner);
});

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600_000);

it('a link opens its issue and nothing else, until it ends', async () => {
  const issueId = await createIssue(scope, { title: 'Slow', notes: '', feedbackId: null });
  const { token } = await createShareLink(scope, { issueId, days: 7 });
  const access = await findGuestAccess(token);
  expect(access).toMatchObject({ issueId });
  expect(await findGuestAccess(token, inDays(6.9))).not.toBeNull();
  expect(await findGuestAccess(token, inDays(7.1))).toBeNull();
  expect(await findGuestAccess('a guess')).toBeNull();
  const guest = access?.scope as Scope;
  expect(guest.workspaceId).toBe(scope.workspaceId);
  expect(() => requirePermission(guest, 'workspace.read')).toThrow('role');
  const working = await findShareLinks(scope, issueId, 1);
  const [link, ...others] = working.rows;
  expect(working.total).toBe(1);
  expect((await findShareLinks(scope, issueId, 2)).rows).toEqual([]);
  expect(others).toEqual([]);
  expect(link?.createdBy).toBe('Olga Owner');
  expect((await findShareLinks(scope, null, 1)).rows).toEqual([]);
  await revokeShareLink(scope, link?.id ?? '');
  expect(await findGuestAccess(token)).toBeNull();
  await expect(revokeShareLink(scope, link?.id ?? '')).rejects.toThrow('no such working link');
  const rows = await scope.run(
    (db) => db.$queryRaw`SELECT s::text, (SELECT array_agg(a::text) FROM audit_entries a) FROM share_links s`,
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  const { rows: history } = await findActivity(scope, issueId, { page: 1, pageSize: 2 });
  expect(history.map(({ action }) => action)).toEqual(['issue.share_revoked', 'issue.shared']);
});

it('is refused for another workspace’s issue and for a time that is not offered', async () => {
  const other = await makeOwnedWorkspace();
  const theirs = await createIssue(other.scope, { title: 'Theirs', notes: '', feedbackId: null });
  await expect(createShareLink(scope, { issueId: theirs, days: 7 })).rejects.toThrow('no such issue');
  expect(newShareSchema.safeParse({ issueId: '', days: '3650' }).success).toBe(false);
  expect(newShareSchema.parse({ issueId: '', days: '30' })).toEqual({ issueId: null, days: 30 });
});

it('a report names no account, no person, no note and no link', async () => {
  const sourceId = await makeSource(scope, newId());
  const accountId = await makeAccount(scope, { name: 'Hidden Ltd' });
  const themeId = await makeTheme(scope, 'Sync');
  for (let day = 1; day <= 3; day++) {
    await makeStatement(scope, {
      sourceId,
      accountId,
      kind: 'problem',
      sentiment: 'negative',
      at: `2026-10-0${day}T10:00:00Z`,
      spans: [{ text: `It lost [name] again at HIDDEN, ${day}.`, themeIds: [themeId] }],
    });
  }
  await rankIssues(scope);
  const list = await findRankedIssues(scope, PRIORITY_PRESETS.balanced);
  const issueId = list?.issues[0]?.issueId ?? '';
  await updateIssue(scope, {
    issueId,
    status: 'planned',
    ownerId: owner.memberId,
    notes: 'Secret note',
    shippedAt: null,
    effortDays: 3,
  });
  await addIssueLink(scope, { issueId, url: 'https://inner.example/x', label: 'Inner' });
  const { token } = await createShareLink(scope, { issueId, days: 1 });
  const guest = (await findGuestAccess(token))?.scope as Scope;
  const report = await loadIssueReport(guest, issueId);
  expect(report).toMatchObject({
    workspaceName: 'Acme',
    title: 'Sync',
    status: 'planned',
    effortDays: 3,
    ranking: { rank: 1, issues: 1, mentions: 3, accounts: 1 },
    quotes: [{ text: expect.stringContaining('It lost [name] again at [company]'), channel: 'survey' }],
  });
  expect(report.fix).toBeNull();
  await updateIssue(scope, {
    ...{ issueId, status: 'shipped', shippedAt: '2026-10-02' },
    ...{ ownerId: owner.memberId, notes: 'Secret note', effortDays: 3 },
  });
  expect((await loadIssueReport(guest, issueId)).fix).toEqual({ effect: null, reason: 'too_early' });
  const listed = await loadListReport(guest);
  expect(listed.ranking?.rows).toMatchObject([{ title: 'Sync', rank: 1, accounts: 1 }]);
  expect(listed.ranking?.portfolioAccounts).toEqual({
    all: { exposed: 1, counted: 0 },
    linked: { exposed: 0, counted: 0 },
  });
  expect(JSON.stringify([report, listed])).not.toMatch(/Hidden|HIDDEN|Olga|Secret|inner\.example/);
  expect(JSON.stringify([report, listed])).not.toContain(accountId);
});
