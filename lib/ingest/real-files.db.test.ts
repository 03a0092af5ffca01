import { describe, expect, it } from 'vitest';
import { dataFile, hasDataSets } from '@/lib/core/testing/data-sets';
import { findErrorGroups } from '@/lib/ingest/find-import-errors';
import { countScoresOnly, getImportState } from '@/lib/ingest/find-import-state';
import { requestUndo } from '@/lib/ingest/request-undo';
import { runImport } from '@/lib/ingest/run-import';
import { startImport } from '@/lib/ingest/start-import';
import {
  answer,
  countTables,
  getProfile,
  makeImporter,
  neverAborted,
  uploadFile,
} from '@/lib/ingest/testing/make-import';
import { undoImport } from '@/lib/ingest/undo-import';

describe.runIf(hasDataSets('imports of real files'))('real files', () => {
  it('imports the French NPS survey, adds nothing the second time, and can be undone', async () => {
    const scope = await makeImporter();
    const before = await countTables(scope);
    const importSurvey = async () => {
      const importId = await uploadFile(
        scope,
        'feedback',
        dataFile('nps_botanic_fr/nps_original_cp1252.csv'),
      );
      const defaults = { occurredAt: '2018-06-30T00:00:00Z', currency: 'EUR' };
      await startImport(scope, importId, await answer(scope, importId, defaults));
      await runImport(scope, importId, neverAborted);
      return importId;
    };
    const first = await importSurvey();
    expect((await getProfile(scope, first)).encoding.encoding).toBe('windows-1252');
    expect(await getImportState(scope, first)).toMatchObject({
      status: 'succeeded',
      rowsRead: 13_954,
      rowsAdded: 13_649,
      rowsFailed: 305,
      comments: 3838,
    });
    expect(await countScoresOnly(scope, first)).toBe(13_649 - 3838);
    expect(await findErrorGroups(scope, first)).toMatchObject([
      { reason: 'the row has neither text nor score', rows: 305 },
    ]);
    const counts = await countTables(scope);
    const again = await importSurvey();
    expect(await getImportState(scope, again)).toMatchObject({
      rowsAdded: 0,
      rowsUnchanged: 13_649,
      rowsFailed: 305,
    });
    expect(await countTables(scope)).toEqual({ ...counts, importErrors: 2 * 305 });
    for (const importId of [again, first]) {
      await requestUndo(scope, importId);
      await undoImport(scope, importId);
    }
    expect(await countTables(scope)).toEqual(before);
  }, 180_000);

  it('imports B2B accounts', async () => {
    const scope = await makeImporter();
    const importId = await uploadFile(
      scope,
      'accounts',
      dataFile('ravenstack_saas_churn/ravenstack_accounts.csv'),
    );
    await startImport(scope, importId, await answer(scope, importId));
    await runImport(scope, importId, neverAborted);
    expect(await getImportState(scope, importId)).toMatchObject({
      rowsRead: 500,
      rowsAdded: 500,
      rowsFailed: 0,
    });
    expect(await countTables(scope)).toMatchObject({ accounts: 500, importChanges: 500 });
  });
});
