import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/lib/accounts/schema';
import { restoreAccounts, upsertAccounts } from '@/lib/accounts/upsert-accounts';
import type { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const may = { importId: null, asOf: day('2024-05-01') };
const june = { importId: null, asOf: day('2024-06-01') };

const kindsOf = async (scope: Scope, inputs: AccountInput[], when = may) =>
  (await upsertAccounts(scope, inputs, when)).map(({ kind }) => kind);

async function findAccount(scope: Scope, externalId: string) {
  const row = await scope.run((db) =>
    db.account.findFirstOrThrow({
      where: { workspaceId: scope.workspaceId, externalId },
      include: { arrHistory: { orderBy: { validFrom: 'asc' } } },
    }),
  );
  const { arrHistory, workspaceId, id, createdAt, updatedAt, ...account } = row;
  const history = arrHistory.map((line) => [
    line.validFrom.toISOString().slice(0, 10),
    line.arrCents,
    line.currency,
  ]);
  return { id, account, history };
}

describe('upsertAccounts', () => {
  it('makes new accounts, named by their key where no name is given, with ARR from their start', async () => {
    const scope = await makeWorkspace();
    const inputs: AccountInput[] = [
      {
        externalId: 'a',
        arrCents: 120_000,
        currency: 'EUR',
        startedAt: day('2023-02-03'),
        custom: { seats: '9' },
      },
      { externalId: 'b', name: 'Beta', arrCents: 5, currency: 'USD' },
      { externalId: 'c', plan: 'Basic' },
    ];
    expect(await kindsOf(scope, inputs)).toEqual(['added', 'added', 'added']);
    const a = await findAccount(scope, 'a');
    expect(a.account).toMatchObject({
      name: 'a',
      arrCents: 120_000n,
      startedAt: day('2023-02-03'),
      custom: { seats: '9' },
    });
    expect(a.history).toEqual([['2023-02-03', 120_000n, 'EUR']]);
    expect((await findAccount(scope, 'b')).history).toEqual([['2024-05-01', 5n, 'USD']]);
    expect((await findAccount(scope, 'c')).history).toEqual([]);
  });

  it('sets what is given, leaves what is absent, and says what was there before', async () => {
    const scope = await makeWorkspace();
    await upsertAccounts(
      scope,
      [
        {
          externalId: 'a',
          name: 'Alpha',
          plan: 'Basic',
          arrCents: 100,
          currency: 'EUR',
          custom: { x: '1', y: '2' },
        },
      ],
      may,
    );
    const [change] = await upsertAccounts(
      scope,
      [{ externalId: 'a', plan: 'Pro', arrCents: 300, churnedAt: day('2024-05-30'), custom: { y: '3' } }],
      june,
    );
    expect(change).toMatchObject({
      kind: 'changed',
      before: { plan: 'Basic', arrCents: '100', churnedAt: null, custom: { x: '1', y: '2' } },
    });
    const { account, history } = await findAccount(scope, 'a');
    expect(account).toMatchObject({
      name: 'Alpha',
      plan: 'Pro',
      currency: 'EUR',
      arrCents: 300n,
      churnedAt: day('2024-05-30'),
      custom: { x: '1', y: '3' },
    });
    expect(history).toEqual([
      ['2024-05-01', 100n, 'EUR'],
      ['2024-06-01', 300n, 'EUR'],
    ]);
  });

  it('writes a line for another currency of the same amount', async () => {
    const scope = await makeWorkspace();
    const first: AccountInput = {
      ...{ externalId: 'a', arrCents: 100, currency: 'USD', startedAt: day('2023-02-03') },
    };
    await upsertAccounts(scope, [first, { externalId: 'b', currency: 'USD' }], may);
    const changed = [
      { externalId: 'a', currency: 'EUR', arrHistory: [] },
      { externalId: 'b', currency: 'EUR' },
    ];
    expect(await kindsOf(scope, changed, june)).toEqual(['changed', 'changed']);
    const { account, history } = await findAccount(scope, 'a');
    expect(account).toMatchObject({ arrCents: 100n, currency: 'EUR' });
    expect(history).toEqual([
      ['2023-02-03', 100n, 'USD'],
      ['2024-06-01', 100n, 'EUR'],
    ]);
    expect((await findAccount(scope, 'b')).history).toEqual([]);
  });

  it('calls the same again unchanged', async () => {
    const scope = await makeWorkspace();
    const input: AccountInput = {
      externalId: 'a',
      name: 'Alpha',
      arrCents: 100,
      currency: 'EUR',
      startedAt: day('2023-02-03'),
      custom: { x: '1' },
    };
    await upsertAccounts(scope, [input], may);
    expect(await kindsOf(scope, [input, { externalId: 'a' }], june)).toEqual(['unchanged', 'unchanged']);
    expect((await findAccount(scope, 'a')).history).toHaveLength(1);
  });

  it('writes a key that occurs twice in one batch as if one came after the other', async () => {
    const scope = await makeWorkspace();
    const inputs: AccountInput[] = [
      { externalId: 'a', plan: 'Basic', arrCents: 100, currency: 'EUR', startedAt: day('2023-02-03') },
      { externalId: 'a', plan: 'Pro', arrCents: 200 },
      { externalId: 'a', plan: 'Pro' },
    ];
    const changes = await upsertAccounts(scope, inputs, may);
    expect(changes.map(({ kind }) => kind)).toEqual(['added', 'changed', 'unchanged']);
    expect(new Set(changes.map(({ accountId }) => accountId)).size).toBe(1);
    const { account, history } = await findAccount(scope, 'a');
    expect(account).toMatchObject({ plan: 'Pro', arrCents: 200n });
    expect(history).toEqual([
      ['2023-02-03', 100n, 'EUR'],
      ['2024-05-01', 200n, 'EUR'],
    ]);
  });

  it('keeps to its workspace', async () => {
    const [ours, theirs] = [await makeWorkspace(), await makeWorkspace()];
    await upsertAccounts(theirs, [{ externalId: 'a', plan: 'Theirs' }], may);
    expect(await kindsOf(ours, [{ externalId: 'a', plan: 'Ours' }])).toEqual(['added']);
    expect((await findAccount(theirs, 'a')).account.plan).toBe('Theirs');
  });
});

describe('restoreAccounts', () => {
  it('brings back every field and the ARR history', async () => {
    const scope = await makeWorkspace();
    const full: AccountInput = {
      externalId: 'a',
      name: 'Alpha',
      domain: 'a.example',
      plan: 'Basic',
      segment: 'SMB',
      industry: 'Tea',
      country: 'FR',
      arrCents: 100,
      currency: 'EUR',
      startedAt: day('2023-02-03'),
      renewalAt: day('2025-02-03'),
      custom: { x: '1' },
    };
    await upsertAccounts(scope, [full], may);
    const before = await findAccount(scope, 'a');
    const [change] = await upsertAccounts(
      scope,
      [
        {
          externalId: 'a',
          name: 'B',
          plan: 'Pro',
          arrCents: 9,
          currency: 'USD',
          churnedAt: day('2024-05-30'),
          custom: { z: '1' },
        },
      ],
      june,
    );
    await restoreAccounts(scope, [{ accountId: before.id, before: change?.before ?? {} }]);
    expect(await findAccount(scope, 'a')).toEqual(before);
  });
});
