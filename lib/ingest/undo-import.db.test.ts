import { beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { getImportState } from '@/lib/ingest/find-import-state';
import { findImports, getImport } from '@/lib/ingest/find-imports';
import { requestUndo } from '@/lib/ingest/request-undo';
import { commentsFile, countTables, importText, makeImporter } from '@/lib/ingest/testing/make-import';
import { undoImport } from '@/lib/ingest/undo-import';

let scope: Scope;
beforeEach(async () => {
  scope = await makeImporter();
});

const numbersOf = async (importId: string) => {
  const { status, rowsRead, rowsAdded, rowsUnchanged, rowsFailed } = await getImportState(scope, importId);
  return { status, rowsRead, rowsAdded, rowsUnchanged, rowsFailed };
};

describe('undoImport', () => {
  it('leaves the tables as they were before', async () => {
    await importText(scope, 'feedback', commentsFile(30));
    const before = await countTables(scope);
    const more = commentsFile(600)
      .replaceAll('export number', 'import number')
      .replaceAll('person', 'colleague')
      .replaceAll('Account 1', 'Firm 1');
    const importId = await importText(scope, 'feedback', more);
    expect((await countTables(scope)).feedback).toBe(630);
    await requestUndo(scope, importId);
    await undoImport(scope, importId);
    expect(await numbersOf(importId)).toMatchObject({ status: 'undone' });
    expect(await countTables(scope)).toEqual(before);
    await expect(requestUndo(scope, importId)).rejects.toThrow('nothing to undo');
  });

  it('puts accounts back, and leaves to a later import what that one wrote', async () => {
    const accounts = (plan: string) =>
      `account_id,name,plan\n${Array.from({ length: 25 }, (_, n) => `A-${n}x,Firm ${n},${plan}`).join('\n')}\n`;
    const planOf = async () =>
      (await scope.run((db) => db.account.findFirst({ where: { workspaceId: scope.workspaceId } })))?.plan;
    const first = await importText(scope, 'accounts', accounts('Basic'));
    const second = await importText(scope, 'accounts', accounts('Pro'));
    await requestUndo(scope, first);
    await undoImport(scope, first);
    expect(await planOf()).toBe('Pro');
    expect(await countTables(scope)).toMatchObject({ accounts: 25 });
    await requestUndo(scope, second);
    await undoImport(scope, second);
    expect(await countTables(scope)).toMatchObject({ accounts: 0, importChanges: 0 });

    await importText(scope, 'accounts', accounts('Basic'));
    const third = await importText(scope, 'accounts', accounts('Team'));
    await requestUndo(scope, third);
    await undoImport(scope, third);
    expect(await planOf()).toBe('Basic');
  });

  it('does not see imports of another workspace', async () => {
    const importId = await importText(scope, 'feedback', commentsFile(10));
    const other = await makeImporter();
    await expect(requestUndo(other, importId)).rejects.toThrow('nothing to undo');
    await expect(getImport(other, importId)).rejects.toThrow('no such import');
    expect((await findImports(other, { olderThan: null })).imports).toEqual([]);
  });
});
