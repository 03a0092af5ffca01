import { describe, expect, it } from 'vitest';
import { ensurePeople, type Origin } from '@/lib/accounts/ensure-people';
import { undoMerge } from '@/lib/accounts/merge-contacts';
import { upsertAccounts } from '@/lib/accounts/upsert-accounts';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { recordFeedback } from '@/lib/feedback/record-feedback';

/** Writes statements of these people, some at a time, in this order; who said what, as groups of numbers. */
async function whoSaidWhat(origins: Origin[], order: number[], batch: number) {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  for (let at = 0; at < order.length; at += batch) {
    const part = order.slice(at, at + batch);
    const people = await ensurePeople(
      scope,
      part.map((number) => origins[number] ?? {}),
      null,
    );
    await say(
      scope,
      sourceId,
      part.map((number, index) => ({ number, ...people[index] })),
    );
  }
  const { workspaceId } = scope;
  const rows = await scope.run((db) =>
    db.feedback.findMany({ where: { workspaceId }, include: { contact: true, account: true } }),
  );
  const groups = new Map<string, number[]>();
  for (const { contactId, externalId } of rows)
    groups.set(contactId ?? '', [...(groups.get(contactId ?? '') ?? []), Number(externalId)]);
  const people = [...new Map(rows.map(({ contact }) => [contact?.id, contact?.name])).values()];
  return {
    scope,
    rows,
    names: people.sort(),
    groups: [...groups.values()].map((group) => group.sort()).sort(),
  };
}

async function say(
  scope: Scope,
  sourceId: string,
  said: { number: number; contactId?: string | undefined; accountId?: string | undefined }[],
) {
  await recordFeedback(
    scope,
    said.map(({ number, contactId, accountId }) => ({
      sourceId,
      externalId: String(number),
      channel: 'ticket' as const,
      text: `The export number ${number} fails.`,
      occurredAt: new Date('2026-03-01'),
      contactId,
      accountId,
    })),
  );
}

const ann = { externalId: 'u1', email: 'ann@acme-co.test' };
const origins: Origin[] = [
  { contact: { externalId: 'u1' } },
  { contact: { email: 'ann@acme-co.test', name: 'Ann Lee' } },
  { contact: ann },
  { contact: { externalId: 'u2', email: 'support@acme-co.test', name: 'Bo' } },
  { contact: { externalId: 'u3', email: 'support@acme-co.test', name: 'Cy' } },
  { contact: { phone: '+4930123456' } },
  { contact: { phone: '0049 30 123456' } },
];

describe('who said it', () => {
  it('comes out the same in any order, in any batches', async () => {
    const expected = { names: ['Ann Lee', 'Bo', 'Cy', null], groups: [[0, 1, 2], [3], [4], [5, 6]] };
    for (const [order, batch] of [
      [[0, 1, 2, 3, 4, 5, 6], 7],
      [[0, 1, 2, 3, 4, 5, 6], 1],
      [[6, 2, 4, 1, 3, 0, 5], 2],
      [[1, 0, 5, 3, 2, 6, 4], 3],
    ] as const) {
      expect(await whoSaidWhat(origins, [...order], batch)).toMatchObject(expected);
    }
  });

  it('takes two contacts for one when a source names both, and back', async () => {
    const { scope, groups } = await whoSaidWhat(origins, [0, 1], 1);
    expect(groups).toEqual([[0], [1]]);
    await ensurePeople(scope, [{ contact: ann }], null);
    const { workspaceId } = scope;
    const rows = () =>
      scope.run((db) =>
        db.contact.findMany({
          where: { workspaceId },
          include: { identities: true, feedback: true },
          orderBy: { id: 'asc' },
        }),
      );
    expect(await rows()).toMatchObject([
      {
        name: 'Ann Lee',
        externalId: 'u1',
        email: 'ann@acme-co.test',
        identities: [{}, {}],
        feedback: [{}, {}],
      },
    ]);
    const merge = await scope.run((db) => db.contactMerge.findFirstOrThrow({ where: { workspaceId } }));
    expect(merge).toMatchObject({ memberId: null, evidence: [{ kind: 'named_together' }] });
    expect(await scope.run((db) => undoMerge(db, workspaceId, merge.id))).toBe(true);
    expect(await scope.run((db) => undoMerge(db, workspaceId, merge.id))).toBe(false);
    expect(await rows()).toMatchObject([
      {
        name: null,
        externalId: 'u1',
        email: null,
        identities: [{ value: 'u1' }],
        feedback: [{ externalId: '0' }],
      },
      {
        name: 'Ann Lee',
        externalId: null,
        identities: [{ value: 'ann@acme-co.test' }],
        feedback: [{ externalId: '1' }],
      },
    ]);
  });

  it('is from the one account of the domain, whichever came first; free mail is of nobody', async () => {
    const people: Origin[] = [
      { contact: { email: 'ann@acme-co.test' } },
      { contact: { email: 'bo@gmail.com' } },
    ];
    const { scope } = await whoSaidWhat(people, [0, 1], 2);
    const accounts = [
      { externalId: 'a', domain: 'https://www.Acme-Co.test/about' },
      { externalId: 'b', domain: 'gmail.com' },
    ];
    await upsertAccounts(scope, accounts, { importId: null, asOf: new Date() });
    const sourceId = await makeSource(scope, 'Later');
    const later = await ensurePeople(scope, [{ contact: { email: 'cy@acme-co.test' } }], null);
    await say(
      scope,
      sourceId,
      later.map((person) => ({ number: 2, ...person })),
    );
    const { workspaceId } = scope;
    const rows = await scope.run((db) =>
      db.feedback.findMany({
        where: { workspaceId },
        include: { account: true },
        orderBy: { externalId: 'asc' },
      }),
    );
    expect(rows.map(({ account }) => account?.externalId ?? null)).toEqual(['a', null, 'a']);
    expect(await scope.run((db) => db.employment.count({ where: { workspaceId } }))).toBe(2);
    await upsertAccounts(scope, [{ externalId: 'c', domain: 'acme-co.test' }], {
      importId: null,
      asOf: new Date(),
    });
    const [ambiguous] = await ensurePeople(scope, [{ contact: { email: 'di@acme-co.test' } }], null);
    expect(ambiguous?.accountId).toBeUndefined();
  });
});
