import { expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { countAccounts } from '@/lib/impact/find-account-page';
import { findEarlierImports } from '@/lib/ingest/find-earlier-imports';
import { requestUndo } from '@/lib/ingest/request-undo';
import { commentsFile, importText, makeImporter } from '@/lib/ingest/testing/make-import';
import { undoImport } from '@/lib/ingest/undo-import';

const today = new Date('2026-07-10');
const accounts = (plan: string, from: number, to: number) =>
  `account_id,name,plan\n${Array.from({ length: to - from }, (_, n) => `A-${from + n}x,Firm ${from + n},${plan}`).join('\n')}\n`;
const countOf = (scope: Scope, importId: string) => countAccounts(scope, { import: importId }, today);

it('narrows accounts to those an import added or changed', async () => {
  const scope = await makeImporter();
  const first = await importText(scope, 'accounts', accounts('Basic', 0, 30));
  const second = await importText(
    scope,
    'accounts',
    `${accounts('Basic', 20, 30)}A-5x,Firm 5,Pro\nA-99x,New,Pro\n`,
  );
  const comments = await importText(scope, 'feedback', commentsFile(25));
  expect(await countOf(scope, first)).toBe(30);
  // Ten rows say what is here already, one changes an account, one makes one.
  expect(await countOf(scope, second)).toBe(2);
  expect(await countOf(scope, comments)).toBe(20);
  expect(await countOf(await makeImporter(), first)).toBe(0);
});

it('names the earlier files with the same columns that still stand', async () => {
  const scope = await makeImporter();
  const first = await importText(scope, 'feedback', commentsFile(10));
  const same = await importText(scope, 'feedback', commentsFile(10));
  const more = await importText(scope, 'feedback', commentsFile(20));
  await importText(scope, 'accounts', accounts('Basic', 0, 30));
  const earlier = async (importId: string) => (await findEarlierImports(scope, importId)).map(({ id }) => id);
  expect(await earlier(first)).toEqual([]);
  // The second file brought nothing, so nothing came with it.
  expect(await earlier(same)).toEqual([first]);
  expect(await earlier(more)).toEqual([first]);
  await requestUndo(scope, first);
  await undoImport(scope, first);
  expect(await earlier(more)).toEqual([]);
});
