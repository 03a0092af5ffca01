import { expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { countAccounts } from '@/lib/impact/find-account-page';
import { commentsFile, importText, makeImporter } from '@/lib/ingest/testing/make-import';

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
