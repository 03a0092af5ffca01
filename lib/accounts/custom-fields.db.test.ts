import { expect, it } from 'vitest';
import { findCustomChoices, findGroupingFields } from '@/lib/accounts/custom-fields';
import { newId } from '@/lib/core/ids';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { countAccounts } from '@/lib/impact/find-account-page';
import { loadWorkspaceRecords } from '@/lib/impact/load-ranking-input';
import { toEpochDay } from '@/lib/impact/months';
import { makeCustomer, makeSaid, makeTopic } from '@/lib/impact/testing/make-customer';

const today = new Date('2026-06-01');

it('offers fields that tell groups apart, and narrows accounts and the ranking by them', async () => {
  const scope = await makeWorkspace();
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  const themeId = await makeTopic(scope, 'Login');
  await scope.run((db) =>
    db.customField.create({
      data: {
        workspaceId,
        id: newId(),
        subject: 'account',
        key: 'region',
        label: 'Region',
        kind: 'category',
      },
    }),
  );
  for (const [number, region] of ['North', 'North', 'South=East', ''].entries()) {
    const custom = { region, same: 'always', crm: `id ${number}` };
    const accountId = await makeCustomer(scope, { custom });
    await makeSaid(scope, { sourceId, accountId, at: '2026-05-01', themeId });
  }
  const choices = await findCustomChoices(scope);
  expect(choices.filter(({ value }) => value.startsWith('region'))).toEqual([
    { value: 'region=North', name: 'Region: North' },
    { value: 'region=South=East', name: 'Region: South=East' },
  ]);
  expect(choices.some(({ value }) => value.startsWith('same'))).toBe(false);
  expect(await findGroupingFields(scope)).toContainEqual({ key: 'region', label: 'Region' });

  const records = (field: string) =>
    loadWorkspaceRecords(scope, { today: toEpochDay(today), currency: 'USD', rates: {}, filter: { field } });
  for (const [field, count] of [
    ['region=North', 2],
    ['region=South=East', 1],
    ['region=West', 0],
  ] as const) {
    expect(await countAccounts(scope, { field }, today)).toBe(count);
    const found = await records(field);
    expect(found?.accounts.length).toBe(count);
    expect(found?.mentions.length).toBe(count);
  }
});
