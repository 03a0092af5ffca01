import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { measure } from '@/lib/health/features';
import { findReasonRows, type ListedReason } from '@/lib/health/find-reason-rows';
import { loadHealthAccounts } from '@/lib/health/load-health-accounts';
import { makeCustomer } from '@/lib/impact/testing/make-customer';

const on = (day: string) => new Date(`${day}T10:00:00Z`);
const answers = [
  ['csat', 2, '2026-06-30'],
  ['csat', 3, '2026-06-29'],
  ['rating', 1, '2026-04-02'],
  ['rating', 1, '2026-04-01'],
  ['ces', 3, '2026-05-01'],
  ['ces', 4, '2026-05-01'],
  ['nps', 0, '2026-05-01'],
] as const;

it('lists as many rows as the reasons of an account count', async () => {
  const scope = await makeWorkspace();
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  const [accountId, other] = [await makeCustomer(scope), await makeCustomer(scope)];
  const row = (of: string) => ({ workspaceId, sourceId, externalId: newId(), accountId: of });
  await scope.run(async (db) => {
    for (const [of, day] of [
      [accountId, '2026-04-02'],
      [accountId, '2026-06-30'],
      [accountId, '2026-04-01'],
      [other, '2026-06-01'],
    ] as const) {
      const data = { ...row(of), id: newId(), channel: 'ticket' as const, startedAt: on(day) };
      await db.conversation.create({ data });
    }
    for (const [metric, score, day] of answers) {
      const answer = { id: newId(), metric, score, answeredAt: on(day) };
      await db.response.create({
        data: { ...row(accountId), id: newId(), submittedAt: on(day), answers: { create: answer } },
      });
    }
  });
  const today = Math.floor(on('2026-07-10').getTime() / 86_400_000);
  const records = await loadHealthAccounts(scope, { today, factors: { USD: 1 } });
  const account = records?.accounts.find((each) => each.accountId === accountId);
  if (!records || !account) throw new Error('the account was written');
  const find = async (of: ListedReason, pageSize = 9) => {
    const days = { from: '2026-04-02', to: '2026-06-30' };
    const { rows, total } = await findReasonRows(scope, { accountId, of, ...days }, { page: 1, pageSize });
    expect(total).toBe(measure(account, of, records.asOfDay));
    return rows.map(({ kind, score }) => [kind, score]);
  };
  expect(await find('tickets')).toEqual([
    ['ticket', null],
    ['ticket', null],
  ]);
  expect(await find('ratings', 2)).toEqual([
    ['csat', 2],
    ['ces', 3],
  ]);
});
