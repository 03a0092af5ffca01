import { expect, it } from 'vitest';
import { findImportErrors } from '@/lib/ingest/find-import-errors';
import { importText, makeImporter } from '@/lib/ingest/testing/make-import';

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
