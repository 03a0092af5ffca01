import { expect, it } from 'vitest';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { makeCustomer, makeSaid, makeTopic } from '@/lib/impact/testing/make-customer';
import { createIssue } from '@/lib/issues/create-issue';
import { pinEvidence } from '@/lib/issues/pin-evidence';
import { rankIssues } from '@/lib/issues/rank-issues';

it.each([true, false])(
  'gives an issue the theme of its pinned statements in a sample alone: %s',
  async (isSample) => {
    const scope = await makeWorkspace();
    const { workspaceId } = scope;
    await scope.run((db) => db.workspace.update({ where: { id: workspaceId }, data: { isSample } }));
    const [roles, other] = [await makeTopic(scope, 'Roles'), await makeTopic(scope, 'Other')];
    const sourceId = await makeSource(scope);
    const accountId = await makeCustomer(scope);
    const issueId = await createIssue(scope, { title: 'By hand', notes: '', feedbackId: null });
    for (const themeId of [roles, roles, other]) {
      await makeSaid(scope, { sourceId, accountId, themeId, at: '2026-06-01T10:00:00Z' });
    }
    const said = await scope.run((db) =>
      db.feedback.findMany({ where: { workspaceId }, select: { id: true } }),
    );
    for (const { id } of said) await pinEvidence(scope, { issueId, feedbackId: id });
    await rankIssues(scope);
    await rankIssues(scope);
    const issues = await scope.run((db) => db.issue.findMany({ where: { workspaceId } }));
    expect(issues.find(({ id }) => id === issueId)?.themeId).toBe(isSample ? roles : null);
    expect(issues).toHaveLength(isSample ? 2 : 3);
  },
);
