import { beforeAll, expect, test } from 'vitest';
import { assignThemes, type SpanText } from '@/lib/annotations/assign-themes';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { correctMention } from '@/lib/annotations/correct-mention';
import { addTheme } from '@/lib/annotations/correct-themes';
import { countSentiment } from '@/lib/annotations/count-sentiment';
import { countFeedback, findFeedbackPage } from '@/lib/annotations/find-feedback';
import { findFeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import { findThemesOverview } from '@/lib/annotations/find-theme-figures';
import { isProblem } from '@/lib/annotations/is-problem';
import { resolveSentiment, weighMentions } from '@/lib/annotations/mention-sentiment';
import {
  labelOfSign,
  mentionIsProblem,
  mentionSentiment,
  weighMentions as weighInSql,
} from '@/lib/annotations/mention-sql';
import { readSpans } from '@/lib/annotations/read-spans';
import { recordCorrection, takeBackSentiment } from '@/lib/annotations/record-correction';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { makeEngine } from '@/lib/nlp/engine';
import { saveThemeModel } from '@/lib/themes/commands';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const TEXT = 'The dashboard is wonderful, and the invoice is terribly wrong again.';
const DAYS = { from: '2026-06-01', to: '2026-06-30' };
const fast = makeEngine(null);

let scope: Scope;
let memberId: string;
let sourceId: string;
let invoices: string;
let dashboards: string;

beforeAll(async () => {
  scope = (await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead')).scope;
  if (scope.actor.kind === 'member') memberId = scope.actor.memberId;
  sourceId = await makeSource(scope);
  invoices = await makeTheme(scope, 'Invoices', { key: 'invoices' });
  dashboards = await makeTheme(scope, 'Dashboards', { key: 'dashboards' });
  const theme = (key: string, stem: string) => ({
    ...{ key, name: key, keywords: [], size: 10, exampleIds: [] },
    centroid: [[stem, 1]] as [string, number][],
  });
  await saveThemeModel(scope, {
    version: 'test',
    vocabulary: { invoic: 1, dashboard: 1 },
    themes: [theme('invoices', 'invoic'), theme('dashboards', 'dashboard')],
    thresholds: { minConfidence: 0.01, confidenceWeights: [1, 1, 1] },
    trainedOn: 1,
  });
});

/** A statement of one span that the engine read as positive on the whole, with what it says of each theme. */
async function makeRead(): Promise<{ feedbackId: string; spanId: string }> {
  const { id: feedbackId, spanIds } = await makeStatement(scope, {
    ...{ sourceId, text: TEXT, sentiment: 'positive', kind: 'praise' },
    spans: [{ text: TEXT }],
  });
  const [spanId = ''] = spanIds;
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    await db.span.update({
      where: { workspaceId_id: { workspaceId, id: spanId } },
      data: { sentimentScore: 0.5 },
    });
    const read = { aspect: 'sentiment', label: 'positive', score: 0.5, maker: 'engine' } as const;
    await db.annotation.createMany({
      data: [null, spanId].map((place) => ({
        ...{ ...read, workspaceId, feedbackId, spanId: place, id: crypto.randomUUID() },
      })),
    });
  });
  await assignThemes(scope, await spansOf(feedbackId), fast);
  return { feedbackId, spanId };
}

async function spansOf(feedbackId: string): Promise<SpanText[]> {
  return (await readSpans(scope, { id: feedbackId }, 1)).spans;
}

async function feltAbout(feedbackId: string): Promise<Record<string, string | null>> {
  const detail = await findFeedbackDetail(scope, feedbackId);
  const themes = detail?.spans.flatMap((span) => span.themes) ?? [];
  return Object.fromEntries(themes.map(({ name, sentimentLabel }) => [name, sentimentLabel]));
}

const APART = { Dashboards: 'positive', Invoices: 'negative' };

test('each theme of a sentence has its own sentiment, read of its words; every count opens its rows', async () => {
  const { feedbackId } = await makeRead();
  expect(await feltAbout(feedbackId)).toEqual(APART);
  const detail = await findFeedbackDetail(scope, feedbackId);
  const words = detail?.spans[0]?.themes.map((theme) => TEXT.slice(theme.words?.start, theme.words?.end));
  expect(words).toEqual(['The dashboard is wonderful,', 'and the invoice is terribly wrong again.']);
  const traces = detail?.traces.filter(({ what }) => what === 'sentiment about a theme');
  expect(traces?.map(({ label, makerName, holds }) => [label, makerName, holds])).toEqual([
    ['Dashboards: positive', fast.version, true],
    ['Invoices: negative', fast.version, true],
  ]);

  const { themes } = await findThemesOverview(scope, { ...DAYS, before: null });
  for (const figures of themes) {
    for (const sentiment of ['negative', 'neutral', 'positive'] as const) {
      const behind = await countFeedback(scope, { ...DAYS, theme: figures.themeId, sentiment });
      expect(behind).toBe(figures[sentiment]);
      expect(await countFeedback(scope, { ...DAYS, branch: figures.themeId, sentiment })).toBe(behind);
    }
    expect(await countFeedback(scope, { ...DAYS, theme: figures.themeId, problem: '1' })).toBe(
      figures.problems,
    );
    const [counts] = await countSentiment(scope, { ...DAYS, theme: figures.themeId }, [
      { ...DAYS, label: 'June' },
    ]);
    expect(counts).toMatchObject({ negative: figures.negative, positive: figures.positive, unjudged: 0 });
  }
  expect(
    themes.map(({ name, negative, positive, problems }) => [name, negative, positive, problems]),
  ).toEqual([
    ['Invoices', 1, 0, 1],
    ['Dashboards', 0, 1, 0],
  ]);
  const { rows } = await findFeedbackPage(scope, { theme: invoices, sentiment: 'negative' }, null);
  expect(rows[0]).toMatchObject({
    sentimentLabel: 'positive',
    themes: [
      { name: 'Dashboards', sentimentLabel: 'positive' },
      { name: 'Invoices', sentimentLabel: 'negative' },
    ],
  });
});

test('a word about the sentence holds for its themes, until it is taken back', async () => {
  const { feedbackId } = await makeRead();
  const { workspaceId } = scope;
  const ids = await scope.run((db) =>
    recordCorrection(db, { workspaceId, memberId }, { feedbackId, aspect: 'sentiment', label: 'neutral' }),
  );
  expect(await feltAbout(feedbackId)).toEqual({ Dashboards: 'neutral', Invoices: 'neutral' });
  await assignThemes(scope, await spansOf(feedbackId), fast);
  expect(await feltAbout(feedbackId)).toEqual({ Dashboards: 'neutral', Invoices: 'neutral' });
  await scope.run((db) => takeBackSentiment(db, workspaceId, feedbackId, ids));
  expect(await feltAbout(feedbackId)).toEqual(APART);
});

test('a word about a theme wins over all others and keeps the theme there', async () => {
  const { feedbackId, spanId } = await makeRead();
  await correctMention(scope, { feedbackId, spanId, themeId: invoices, label: 'neutral' });
  expect(await feltAbout(feedbackId)).toEqual({ ...APART, Invoices: 'neutral' });
  await correctAnnotation(scope, { feedbackId, spanId, aspect: 'sentiment', label: 'positive' });
  const [span] = await spansOf(feedbackId);
  // The engine finds none of its themes in these words.
  if (span) await assignThemes(scope, [{ ...span, text: 'Something else' }], fast);
  expect(await feltAbout(feedbackId)).toEqual({ Invoices: 'neutral' });
  await addTheme(scope, { feedbackId, spanId, themeId: invoices });
  expect(await feltAbout(feedbackId)).toEqual({ Invoices: 'neutral' });
  const foreign = (await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead')).scope;
  const word = { feedbackId, spanId, label: 'negative' } as const;
  await expect(correctMention(foreign, { ...word, themeId: invoices })).rejects.toMatchObject({
    kind: 'not_found',
  });
  await expect(correctMention(scope, { ...word, themeId: dashboards })).rejects.toMatchObject({
    kind: 'not_found',
  });
});

const LABELS = ['negative', 'neutral', 'positive', null] as const;

test('the rules in SQL are those in code', async () => {
  const cases = LABELS.flatMap((own) =>
    LABELS.flatMap((span) =>
      [true, false].flatMap((isOwnByPerson) =>
        [true, false].flatMap((isSpanByPerson) =>
          (['problem', 'praise', 'question', null] as const).map((kind) => ({
            ...{ own, span, kind, isSpanByPerson },
            isOwnByPerson: isOwnByPerson && own !== null,
          })),
        ),
      ),
    ),
  );
  const rows = cases.map(({ own, span, kind, isOwnByPerson, isSpanByPerson }, place) => ({
    place,
    ...{ own, span, kind },
    maker: isOwnByPerson ? 'human' : own && 'engine',
    score: isSpanByPerson || span === null ? null : 0.5,
  }));
  const found = await scope.run(
    (db) => db.$queryRaw<{ label: string | null; isProblem: boolean }[]>`
      SELECT ${mentionSentiment}::text AS label, ${mentionIsProblem} AS "isProblem"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS r(own sentiment_label, span sentiment_label, kind statement_kind, maker maker, score real, place int)
        CROSS JOIN LATERAL (SELECT r.own AS sentiment_label, r.maker AS sentiment_maker) a
        CROSS JOIN LATERAL (SELECT r.span AS sentiment_label, r.score AS sentiment_score, r.kind AS kind) s
      ORDER BY r.place`,
  );
  // A span in a language that is not supported has no label and no score, and its words have none either.
  const possible = cases
    .map((one, index) => ({ one, found: found[index] }))
    .filter(({ one }) => one.span !== null);
  for (const { one, found: sql } of possible) {
    const sentimentLabel = resolveSentiment(one);
    const isOwn = one.own !== null && (one.isOwnByPerson || !one.isSpanByPerson);
    expect(sql).toEqual({
      label: sentimentLabel,
      isProblem: isProblem({ sentimentLabel, isOwn, kind: one.kind }),
    });
  }
  for (const labels of [
    [],
    [null],
    ['negative', 'positive'],
    ['negative', 'neutral', null],
    ['positive', 'positive', 'negative'],
  ] as const) {
    const [sign] = await scope.run(
      (db) => db.$queryRaw<{ label: string | null }[]>`
        SELECT ${labelOfSign(weighInSql(Prisma.sql`l`))} AS label FROM unnest(${[...labels]}::sentiment_label[]) l`,
    );
    expect(sign?.label).toBe(weighMentions(labels));
  }
});
