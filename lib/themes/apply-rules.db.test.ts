import { beforeEach, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeTheme } from '@/lib/db/testing/make-theme';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { findReassignment } from '@/lib/themes/find-reassignment';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { splitTheme, steerTheme } from '@/lib/themes/steer-theme';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let billing: string;
let texts: Map<string, string>;

const NO_WORDS = { definition: '', includeTerms: [], excludeTerms: [], examples: [] };

beforeEach(async () => {
  scope = (await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead')).scope;
  const sourceId = await makeSource(scope);
  billing = await makeTheme(scope, 'Billing');
  texts = new Map();
  const make = async (name: string, text: string, themeIds: string[] = []) => {
    const { spanIds } = await makeStatement(scope, { sourceId, spans: [{ text, themeIds }] });
    texts.set(spanIds[0] ?? '', name);
  };
  await make('refund', '😀 I want a refund of the Änderung.');
  await make('refunded', 'They refunded it at once.', [billing]);
  await make('invoice', 'The invoice is wrong.', [billing]);
  await make('other', 'Nothing to see.');
});

const held = async (themeId: string) => {
  const rows = await scope.run((db) =>
    db.themeAssignment.findMany({ where: { workspaceId: scope.workspaceId, themeId } }),
  );
  return rows.map(({ spanId }) => texts.get(spanId)).sort();
};

it('puts comments in a theme by its words at once, and out by others, and undo takes that back', async () => {
  const batch = await steerTheme(scope, {
    ...{ ...NO_WORDS, themeId: billing, includeTerms: ['refund', 'anderung'], excludeTerms: ['invoice*'] },
  });
  expect(await held(billing)).toEqual(['refund', 'refunded']);
  expect(await findReassignment(scope)).toMatchObject({ changed: 2, done: 0 });
  const versions = await scope.run((db) =>
    db.themeAssignment.findMany({ where: { maker: 'engine' }, include: { modelVersion: true } }),
  );
  expect(versions.flatMap(({ modelVersion }) => modelVersion?.name ?? [])).toEqual(['rules']);
  await undoDecisions(scope, batch ?? '');
  // What the words took off the classifier gives back; what they put is gone at once.
  expect(await held(billing)).toEqual(['refunded']);
});

it('leaves what people said', async () => {
  const [refund, , invoice] = [...texts.keys()];
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    await db.themeAssignment.updateMany({
      where: { workspaceId, spanId: invoice ?? '' },
      data: { maker: 'human' },
    });
    const [member] = await db.member.findMany({ where: { workspaceId } });
    await db.themeDecision.create({
      data: {
        ...{ workspaceId, id: billing, batchId: billing, themeId: billing, action: 'not_here' },
        ...{ payload: { feedbackId: billing, spanId: refund ?? '' }, memberId: member?.id ?? '' },
      },
    });
  });
  await steerTheme(scope, {
    ...{ ...NO_WORDS, themeId: billing, includeTerms: ['refund'], excludeTerms: ['invoice'] },
  });
  expect(await held(billing)).toEqual(['invoice', 'refunded']);
});

it('moves what a split names from the whole to the part at once', async () => {
  await splitTheme(scope, { themeId: billing, name: 'Refunds', includeTerms: ['refund*'] });
  const part = await scope.run((db) => db.theme.findFirstOrThrow({ where: { name: 'Refunds' } }));
  expect(await held(part.id)).toEqual(['refund', 'refunded']);
  expect(await held(billing)).toEqual(['invoice']);
});
