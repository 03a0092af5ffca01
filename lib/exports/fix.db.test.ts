import { beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeAccount, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { exportComplainants } from '@/lib/exports/export-complainants';
import { createIssue } from '@/lib/issues/create-issue';
import { findComplainantPage, findComplainants } from '@/lib/issues/find-complainants';
import { findFixEffect } from '@/lib/issues/find-fix-effect';
import { type FixMonthsFilter, findFixMonths } from '@/lib/issues/find-fix-months';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const DAY_MS = 86_400_000;
const shippedAt = new Date('2026-07-01');
let scope: Scope;
let sync: string;
let issueId: string;

beforeAll(async () => {
  ({ scope } = await makeOwnedWorkspace());
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  sync = await makeTheme(scope, 'Sync');
  const login = await makeTheme(scope, 'Login');
  issueId = newId();
  await scope.run((db) =>
    db.issue.create({
      data: { workspaceId, id: issueId, themeId: sync, title: 'Sync', status: 'shipped', shippedAt },
    }),
  );
  const acme = await makeAccount(scope, { name: '=Acme' });
  const left = await makeAccount(scope, { name: 'Left' });
  await scope.run((db) =>
    db.account.updateMany({ where: { id: left }, data: { churnedAt: new Date('2026-06-20') } }),
  );
  const ann = await makeContact(scope, 'Ann');
  await scope.run((db) => db.contact.updateMany({ where: { id: ann }, data: { email: 'ann@acme.example' } }));
  const say = (themeId: string, at: string, who: { accountId?: string; contactId?: string }) =>
    makeStatement(scope, {
      sourceId,
      at: `${at}T10:00:00Z`,
      kind: 'problem',
      sentiment: 'negative',
      spans: [{ text: `It fails ${newId()}`, themeIds: [themeId] }],
      ...who,
    });
  const days = ['2026-03-10', '2026-04-10', '2026-05-10', '2026-06-10'];
  for (const day of days) await say(sync, day, { accountId: acme, contactId: ann });
  await say(sync, '2026-06-11', { accountId: left });
  await say(sync, '2026-07-15', { accountId: acme });
  for (const day of [...days, '2026-07-15', '2026-08-20']) await say(login, day, { accountId: acme });
});

it('measures from the day it shipped, against the themes that were not', async () => {
  const now = new Date('2026-11-01');
  const result = await findFixEffect(scope, { themeId: sync, shippedAt }, now);
  expect(result?.effect).toMatchObject({
    // The second month after it is not over; one of the two accounts has left.
    after: { activeMonths: 1, complainingMonths: 1 },
    againstUntouched: { themes: 1 },
  });
  expect(result?.effect?.before.complainingMonths).toBe(4);
  const countRows = async (of: FixMonthsFilter['of'], onlyComplaining: boolean) => {
    const filter = { of, onlyComplaining, page: 1, pageSize: 1000 };
    const { rows, total } = await findFixMonths(scope, { themeId: sync, shippedAt }, filter, now);
    expect(rows).toHaveLength(total);
    return total;
  };
  for (const side of ['before', 'after'] as const) {
    expect(await countRows(side, false)).toBe(result?.effect?.[side].activeMonths);
    expect(await countRows(side, true)).toBe(result?.effect?.[side].complainingMonths);
  }
  for (const { from, activeAccounts, complainingAccounts } of result?.effect?.months ?? []) {
    expect(await countRows(new Date(from * DAY_MS), false)).toBe(activeAccounts);
    expect(await countRows(new Date(from * DAY_MS), true)).toBe(complainingAccounts);
  }
  expect(await findFixEffect(scope, { themeId: newId(), shippedAt }, new Date('2026-11-01'))).toBeNull();
});

it('names whom to tell: people of customers that stayed, safe in a spreadsheet, and notes who took it', async () => {
  const { body } = await exportComplainants(scope, issueId);
  expect(body).toBe(
    "\ufeffaccount,contact,email,statements,lastSaidOn\r\n'=Acme,Ann,ann@acme.example,4,2026-06-10\r\n",
  );
  const asked = { themeId: sync, before: shippedAt };
  const pageOf = (onlyWithEmail: boolean) =>
    findComplainantPage(scope, asked, { onlyWithEmail, page: 1, pageSize: 50 });
  expect(await pageOf(false)).toMatchObject({
    people: 1,
    withEmail: 1,
    rows: await findComplainants(scope, asked),
  });
  expect((await pageOf(true)).rows).toHaveLength(1);
  const [row] = await scope.run((db) => db.export.findMany({ where: { kind: 'complainants' } }));
  expect(row).toMatchObject({ rows: 1, filters: { issueId } });
  const byHand = await createIssue(scope, { title: 'By hand', notes: '', feedbackId: null });
  await expect(exportComplainants(scope, byHand)).rejects.toThrow('nobody to tell');
});
