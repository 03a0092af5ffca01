import { beforeAll, expect, test } from 'vitest';
import { annotateFeedback, readStatements } from '@/lib/annotations/annotate-feedback';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findThemeCoverage } from '@/lib/annotations/find-theme-coverage';
import { readSpans } from '@/lib/annotations/read-spans';
import { sampleSpans } from '@/lib/annotations/sample-spans';
import type { Scope } from '@/lib/db/scope';
import { makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { ENCODER_WIDTH } from '@/lib/nlp/encoder/encoder';
import { SENTENCE_WIDTH } from '@/lib/nlp/encoder/sentence-vector';
import { makeEngine } from '@/lib/nlp/engine';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

/** Knows two subjects, whatever words they are said in. */
const full = makeEngine({
  encode: async (texts) =>
    texts.map((text) => {
      const axis = /paid|charged|invoice/i.test(text) ? 0 : 1;
      return Float32Array.from({ length: ENCODER_WIDTH }, (_, at) => (at === axis ? 1 : 0));
    }),
});
const fast = makeEngine(null);
const TEXTS = [
  'The customer was charged twice',
  'The customer was thrown out yesterday',
  'Le client a été facturé deux fois, et personne ne répond à ses messages',
];

let scope: Scope;
let ids: string[];
const bills = { id: '', name: 'Bills' };
const access = { id: '', name: 'Access' };

beforeAll(async () => {
  scope = (await makeOwnedWorkspace()).scope;
  const sourceId = await makeSource(scope);
  for (const [theme, example] of [
    [bills, 'The customer paid the invoice'],
    [access, 'The customer cannot log in'],
  ] as const) {
    theme.id = await makeTheme(scope, theme.name);
    await scope.run((db) => db.theme.updateMany({ where: { id: theme.id }, data: { examples: [example] } }));
  }
  const inputs = TEXTS.map((text, index) => ({
    ...{ sourceId, text, externalId: String(index), channel: 'ticket' as const },
    occurredAt: new Date('2026-03-01T10:00:00Z'),
  }));
  ids = [...(await recordFeedback(scope, inputs)).values()];
  await annotateFeedback(scope, ids, full);
});

const bytesOf = async (index: number) => {
  const rows = await scope.run((db) =>
    db.spanVector.findMany({ where: { span: { feedbackId: ids[index] ?? '' } } }),
  );
  return rows.map(({ vector }) => vector.length);
};

async function likeliestOf(index: number): Promise<string | undefined> {
  const [first] = await scope.run((db) =>
    db.themeAssignment.findMany({
      where: { feedbackId: ids[index] ?? '' },
      orderBy: { confidence: 'desc' },
    }),
  );
  return first?.themeId;
}

test('what the sentence encoder read of a statement is kept, and of other languages nothing', async () => {
  expect(await bytesOf(0)).toEqual([SENTENCE_WIDTH]);
  expect(await bytesOf(2)).toEqual([]);
  const { spans } = await readSpans(scope, { id: { in: ids } }, 10);
  expect(spans.filter(({ vector }) => vector)).toHaveLength(2);
  expect((await sampleSpans(scope)).filter(({ vector }) => vector)).toHaveLength(2);
});

test('themes are assigned by it where the words say nothing', async () => {
  expect(await likeliestOf(0)).toBe(bills.id);
  expect(await likeliestOf(1)).toBe(access.id);
});

test('read anew without the encoder, nothing is kept, themes are judged by words alone, and the screen says so', async () => {
  const days = { from: '2026-03-01', to: '2026-03-31' };
  expect(await findThemeCoverage(scope, days)).toMatchObject({ content: 3, byWords: 1 });
  await readStatements(scope, ids.slice(0, 1), fast, 'again');
  expect(await bytesOf(0)).toEqual([]);
  expect(await bytesOf(1)).toEqual([SENTENCE_WIDTH]);
  expect((await findThemeCoverage(scope, days)).byWords).toBe(2);
  expect(await countFeedback(scope, { byWords: '1', ...days })).toBe(2);
});

test('it goes with its statement', async () => {
  await scope.run((db) => db.feedback.deleteMany({ where: { id: ids[1] ?? '' } }));
  expect(await scope.run((db) => db.spanVector.count())).toBe(0);
});
