import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { exportIssues } from '@/lib/exports/export-issues';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const request = {
  format: 'csv' as const,
  list: { weights: PRIORITY_PRESETS.churnFirst, status: null, owner: null, filter: {} },
  workspace: { slug: 'acme', name: 'Acme' },
  baseUrl: 'https://voc.example/w/acme',
};

it('notes who took the list, in the trail as well', async () => {
  const { scope: owner } = await makeOwnedWorkspace();
  const { workspaceId } = owner;
  const { scope, memberId } = await makeMember(owner, 'product_manager');
  await expect(exportIssues(scope, request)).rejects.toThrow('no ranked list yet');
  await owner.run((db) =>
    db.impactRun.create({
      data: {
        workspaceId,
        id: newId(),
        asOf: new Date('2026-10-31'),
        parameters: {
          windowDays: 90,
          lagDays: 30,
          coverage: { feedbackFrom: 19_800, feedbackUntil: 20_600, churnUntil: 20_600 },
          weights: PRIORITY_PRESETS.balanced,
        },
        totals: {
          hasChurn: false,
          accounts: 0,
          panelAccounts: 0,
          churnedAccounts: 0,
          portfolioAtRiskCents: 0,
          currency: 'USD',
          accountsWithArr: 0,
          accountsWithoutRate: 0,
        },
      },
    }),
  );
  const file = await exportIssues(scope, request);
  expect(file).toMatchObject({ name: 'issues-acme-2026-10-31.csv', contentType: 'text/csv; charset=utf-8' });
  expect(file.body).toMatch(/^\ufeffrank,/);
  const exports = await owner.run((db) => db.export.findMany({ where: { workspaceId } }));
  expect(exports).toMatchObject([
    { kind: 'issues', format: 'csv', rows: 0, memberId, filters: { query: 'weights=1%3A3%3A1' } },
  ]);
  const trail = await owner.run((db) => db.auditEntry.findMany({ where: { workspaceId } }));
  expect(trail.filter(({ action }) => action.startsWith('export.'))).toMatchObject([
    { action: 'export.created', subjectId: exports[0]?.id, actorId: memberId },
  ]);
  const forJira = await exportIssues(scope, { ...request, format: 'jira' });
  expect(forJira.body).toMatch(/^Summary,/);
});
