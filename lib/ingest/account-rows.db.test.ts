import { expect, it } from 'vitest';
import { findTimeline } from '@/lib/annotations/find-timeline';
import { findImportErrors } from '@/lib/ingest/find-import-errors';
import { requestUndo } from '@/lib/ingest/request-undo';
import { importText, makeImporter } from '@/lib/ingest/testing/make-import';
import { undoImport } from '@/lib/ingest/undo-import';

it('refuses a row by its line and the column at fault, and keeps the others', async () => {
  const scope = await makeImporter();
  const file = [
    'account id,name,arr,currency,start date,renewal date,churn date',
    'A-1,Acme,12000,USD,2024-01-10,2026-01-10,',
    'A-2,Bolt,call us,USD,2024-01-10,2026-01-10,',
    'A-3,Core,9000,USD,2024-01-10,2023-12-31,',
    'A-4,Dune,8000,USD,2024-01-10,2026-01-10,2024-01-09',
    'A-5,Echo,7000,USD,2024-01-10,2026-01-10,',
  ].join('\n');
  const importId = await importText(scope, 'accounts', file);
  const { errors } = await findImportErrors(scope, importId, { pageLength: 10 });
  expect(errors.map(({ line, column }) => [line, column])).toEqual([
    [3, 'arr'],
    [4, 'renewal date'],
    [5, 'churn date'],
  ]);
  expect(errors[0]?.reason).toContain('call us');
  expect(errors[1]?.reason).toContain('renews (2023-12-31) before it started (2024-01-10)');
  const accounts = await scope.run((db) =>
    db.account.findMany({ where: { workspaceId: scope.workspaceId }, orderBy: { externalId: 'asc' } }),
  );
  expect(accounts.map(({ externalId, arrCents }) => [externalId, arrCents])).toEqual([
    ['A-1', 1_200_000n],
    ['A-5', 700_000n],
  ]);
});

it('notes that an account went to another plan or stage, and forgets it with the import', async () => {
  const scope = await makeImporter();
  const { workspaceId } = scope;
  const file = (plan: string, stage: string) =>
    `account id,name,plan,Lifecycle stage\nA-1,Acme,${plan},${stage}\nA-2,Bolt,Pro,trial\n`;
  await importText(scope, 'accounts', file('Basic', 'trial'));
  const second = await importText(scope, 'accounts', file('Pro', 'customer'));
  const account = await scope.run((db) =>
    db.account.findFirstOrThrow({ where: { workspaceId, externalId: 'A-1' } }),
  );
  const find = () => findTimeline(scope, { accountId: account.id }, { only: 'milestone', place: null });
  const { events, counts } = await find();
  expect(events.map((event) => event.kind === 'moved' && [event.field, event.before, event.after])).toEqual(
    expect.arrayContaining([
      ['plan', 'Basic', 'Pro'],
      ['Lifecycle stage', 'trial', 'customer'],
    ]),
  );
  expect(counts.milestone).toBe(2);
  await requestUndo(scope, second);
  await undoImport(scope, second);
  expect((await find()).events).toEqual([]);
});

it('calls an account by the name that any row gives it, whichever comes first', async () => {
  const rows = [
    '2026-03-01,It is slow,b1,',
    '2026-03-02,It fails often,b1,Beta',
    '2026-03-03,It hangs,c2,Core',
  ];
  const names = async (...files: string[][]) => {
    const scope = await makeImporter();
    for (const file of files) {
      await importText(scope, 'feedback', ['date,comment,account id,company', ...file].join('\n'));
    }
    const accounts = await scope.run((db) =>
      db.account.findMany({ where: { workspaceId: scope.workspaceId }, orderBy: { externalId: 'asc' } }),
    );
    return accounts.map(({ externalId, name }) => [externalId, name]);
  };
  const expected = [
    ['b1', 'Beta'],
    ['c2', 'Core'],
  ];
  expect(await names(rows)).toEqual(expected);
  expect(await names(rows.toReversed())).toEqual(expected);
  expect(await names(rows.slice(0, 1), rows.slice(1))).toEqual(expected);
});
