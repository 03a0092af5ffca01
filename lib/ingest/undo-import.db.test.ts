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
    await undoImport(scope, importId, 250);
    expect(await numbersOf(importId)).toMatchObject({ status: 'undone' });
    expect(await countTables(scope)).toEqual(before);
    await expect(requestUndo(scope, importId)).rejects.toThrow('nothing to undo');
  });

  it('takes back what it said of people who were known before, where nothing else says so', async () => {
    const rows = (header: string, ...lines: string[]) =>
      `date,user_id,${header},comment\n${lines.join('\n')}\n`;
    const people = async () => {
      const where = { workspaceId: scope.workspaceId };
      return scope.run(async (db) => ({
        identities: (await db.contactIdentity.findMany({ where })).map(({ value }) => value).sort(),
        jobs: (await db.employment.findMany({ where, include: { contact: true, account: true } }))
          .map(({ contact, account }) => `${contact.externalId} at ${account.name}`)
          .sort(),
      }));
    };
    const first = rows(
      'company',
      '2024-01-02,C-1,Acme,The export takes far too long',
      '2024-01-03,C-2,Acme,The import takes far too long',
    );
    await importText(scope, 'feedback', first);
    const before = await people();
    expect(before).toEqual({ identities: ['C-1', 'C-2'], jobs: ['C-1 at Acme', 'C-2 at Acme'] });

    const importId = await importText(
      scope,
      'feedback',
      rows(
        'email,company',
        '2024-01-12,C-1,ann@example.org,Bolt,The export still takes far too long',
        '2024-01-13,C-2,bob@example.org,Bolt,The import still takes far too long',
        '2024-01-14,C-2,bob@example.org,Acme,The import was never this slow',
      ),
    );
    expect(await people()).toEqual({
      identities: ['C-1', 'C-2', 'ann@example.org', 'bob@example.org'],
      jobs: ['C-1 at Acme', 'C-1 at Bolt', 'C-2 at Acme', 'C-2 at Bolt'],
    });
    // Bob is heard again, known by the address the import brought.
    const later = `date,comment,email,company\n2024-02-01,The report takes far too long,bob@example.org,Bolt\n`;
    await importText(scope, 'feedback', later);

    await requestUndo(scope, importId);
    await undoImport(scope, importId);
    expect(await people()).toEqual({
      identities: ['C-1', 'C-2', 'bob@example.org'],
      jobs: ['C-1 at Acme', 'C-2 at Acme', 'C-2 at Bolt'],
    });
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
    await undoImport(scope, second, 10);
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
