import { expect, it } from 'vitest';
import { recordAudit } from '@/lib/audit/record';
import { type AuditPage, type AuditPlace, findAuditPage } from '@/lib/workspaces/audit-page';
import { changeRole } from '@/lib/workspaces/change-role';
import { auditCursorSchema } from '@/lib/workspaces/schema';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const at = (cursor: string | null) => auditCursorSchema.parse(cursor);

it('pages through every entry once, down and up again, though many share one instant', async () => {
  const { scope } = await makeOwnedWorkspace();
  // One transaction has one clock: these share their instant.
  await scope.run(async (_db, inner) => {
    for (let index = 0; index < 6; index++) {
      await recordAudit(inner, { action: `test.${index}`, subjectKind: 'test' });
    }
  });

  const pages: AuditPage[] = [];
  let place: AuditPlace = null;
  for (;;) {
    const page: AuditPage = await findAuditPage(scope, place, 3);
    pages.push(page);
    if (!page.older) break;
    place = { olderThan: at(page.older) };
  }
  const idsOf = (page: AuditPage | undefined) => page?.rows.map(({ id }) => id);
  expect(pages.map(({ rows }) => rows.length)).toEqual([3, 3, 1]);
  expect(new Set(pages.flatMap(idsOf)).size).toBe(7);
  expect(pages[0]?.newer).toBeNull();

  const middle = await findAuditPage(scope, { newerThan: at(pages[2]?.newer ?? null) }, 3);
  expect(idsOf(middle)).toEqual(idsOf(pages[1]));
  const top = await findAuditPage(scope, { newerThan: at(middle.newer) }, 3);
  expect(idsOf(top)).toEqual(idsOf(pages[0]));
  expect(top.newer).toBeNull();
});

it('names who did what to whom', async () => {
  const owner = await makeOwnedWorkspace();
  const viewer = await makeMember(owner.scope, 'viewer');
  await changeRole(owner.scope, viewer.memberId, 'admin');
  const { rows } = await findAuditPage(owner.scope, null);
  expect(rows[0]).toMatchObject({
    action: 'member.role_changed',
    actorName: 'Olga Owner',
    subjectName: 'The viewer',
    details: { from: 'viewer', to: 'admin' },
  });
});
