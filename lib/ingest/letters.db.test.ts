import { beforeEach, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { findImportRepeats } from '@/lib/ingest/find-import-repeats';
import { createHook } from '@/lib/ingest/hooks/create-hook';
import { hookFormSchema } from '@/lib/ingest/hooks/hook-form';
import { readHookDelivery } from '@/lib/ingest/hooks/read-hook-delivery';
import { receiveMail } from '@/lib/ingest/hooks/receive-hook';
import { runImport } from '@/lib/ingest/run-import';
import { startImport } from '@/lib/ingest/start-import';
import { answer, importText, neverAborted, upload } from '@/lib/ingest/testing/make-import';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let tokens: string[];
beforeEach(async () => {
  ({ scope } = await makeOwnedWorkspace());
  tokens = [];
  for (const name of ['Support', 'Sales']) {
    const { address } = await createHook(scope, hookFormSchema.parse({ kind: 'email', name }));
    tokens.push(address.split('@')[0] ?? '');
  }
});

const letter = (n: number) =>
  `From: Ann <ann@customer.example>\r\nMessage-ID: <${n}@customer.example>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nSubject: Export\r\n\r\nThe export number ${n} is slow.\r\n`;

/** Letters as a mail program keeps them. */
const mailbox = (...letters: number[]) =>
  letters.map((n) => `From ann Mon Mar  2 10:00:00 2026\n${letter(n).replaceAll('\r\n', '\n')}\n`).join('');

async function post(n: number, to = 0): Promise<void> {
  await receiveMail(tokens[to] ?? '', letter(n));
  await readWaiting();
}

async function readWaiting(): Promise<void> {
  const waiting = await scope.run((db) => db.hookDelivery.findMany({ where: { state: 'waiting' } }));
  await Promise.all(waiting.map(({ id }) => readHookDelivery(scope, id)));
}

const stored = async () =>
  (await scope.run((db) => db.feedback.findMany({ orderBy: { externalId: 'asc' } }))).map(
    ({ externalId }) => externalId,
  );
const all = [1, 2, 3].map((n) => `<${n}@customer.example>`);

it('a letter is one by its Message-ID, first by SMTP and then in a mailbox, and the import says which it was', async () => {
  await post(1);
  const importId = await importText(scope, 'feedback', mailbox(1, 2, 3));
  expect(await stored()).toEqual(all);
  expect(await scope.run((db) => db.import.findFirstOrThrow())).toMatchObject({
    ...{ rowsRead: 3, rowsAdded: 2, rowsUnchanged: 1, rowsFailed: 0 },
  });
  expect((await findImportRepeats(scope, importId)).repeats).toMatchObject([
    { index: 0, stored: { kind: 'comment', label: 'The export number 1 is slow.', importId: null } },
  ]);
});

it('and the other way round, to two addresses, and in a file that a person gives a source of its own', async () => {
  await importText(scope, 'feedback', mailbox(1, 2));
  await post(2);
  await post(3);
  await post(3, 1);
  const importId = await upload(scope, 'feedback', mailbox(3, 2, 1));
  await startImport(scope, importId, await answer(scope, importId), 'Archive');
  await runImport(scope, importId, neverAborted);
  expect(await stored()).toEqual(all);
  const deliveries = await scope.run((db) => db.hookDelivery.findMany());
  expect(deliveries.map(({ state, written }) => [state, written]).toSorted()).toEqual([
    ['done', 1],
    ['ignored', 0],
    ['ignored', 0],
  ]);
});

it('and where it comes every way at once', async () => {
  const importId = await upload(scope, 'feedback', mailbox(1, 2, 3));
  await startImport(scope, importId, await answer(scope, importId));
  for (const n of [3, 2, 1]) for (const token of tokens) await receiveMail(token, letter(n));
  await Promise.all([runImport(scope, importId, neverAborted), readWaiting()]);
  expect(await stored()).toEqual(all);
});
