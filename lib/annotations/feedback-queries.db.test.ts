import { beforeAll, describe, expect, it } from 'vitest';
import { cutPeriod } from '@/lib/annotations/buckets';
import { countSentiment, sumSentiment } from '@/lib/annotations/count-sentiment';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { countFeedback, findFeedbackPage, LISTED_CHARACTERS } from '@/lib/annotations/find-feedback';
import { findFeedbackDays } from '@/lib/annotations/find-feedback-days';
import { findFeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import { findMatches } from '@/lib/annotations/find-matches';
import { findPipelineState } from '@/lib/annotations/find-pipeline-state';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { findRisingThemes } from '@/lib/annotations/find-rising-themes';
import type { Days } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';
import { makeAccount, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { parseCursor } from '@/lib/responses/keyset-page';

const PERIOD = { from: '2026-05-01', to: '2026-06-30' };

let scope: Scope;
let other: Scope;
let exports: string;
let merged: string;
let account: string;
let source: string;

/** Thirty statements in two months, five of them at the same moment, with every value of every filter among them. */
beforeAll(async () => {
  [scope, other] = [await makeWorkspace(), await makeWorkspace()];
  const sourceId = await makeSource(scope);
  source = sourceId;
  exports = await makeTheme(scope, 'Exports');
  merged = await makeTheme(scope, 'Excel', { mergedIntoId: exports });
  account = await makeAccount(scope, { name: 'Acme', plan: 'Team', segment: 'SMB' });
  const labels = ['negative', 'neutral', 'positive'] as const;
  for (let row = 0; row < 30; row++) {
    const day = String((row % 28) + 1).padStart(2, '0');
    await makeStatement(scope, {
      sourceId,
      at: row < 5 ? '2026-05-10T08:00:00Z' : `2026-${row % 2 ? '05' : '06'}-${day}T23:59:59Z`,
      sentiment: labels[row % 3],
      kind: row % 4 === 0 ? 'praise' : 'problem',
      channel: row % 2 ? 'review' : 'ticket',
      language: row % 5 === 0 ? 'fr' : 'en',
      ...(row % 3 === 0 ? { accountId: account } : {}),
      spans: [
        { text: `The export number ${row} is slow.`, themeIds: row % 2 ? [exports] : [merged] },
        {
          text: 'Thanks anyway.',
          sentiment: 'positive' as const,
          kind: 'praise' as const,
          ...(row % 7 ? {} : { themeIds: [merged] }),
        },
      ].slice(row % 6 === 5 ? 1 : 0),
    });
  }
  await makeStatement(other, { sourceId: await makeSource(other), text: 'The export of somebody else' });
});

const filters = (): FeedbackFilter[] => [
  {},
  { q: 'export' },
  { q: '"export number" -3' },
  { sentiment: 'negative' },
  { kind: 'praise' },
  { channel: 'review' },
  { language: 'fr' },
  { account },
  { accountless: '1' },
  { source },
  { plan: 'Team' },
  { segment: 'SMB', sentiment: 'negative' },
  { plan: 'Enterprise' },
  { theme: exports },
  { theme: merged },
  { theme: exports, problem: '1' },
  { problem: '1', kind: 'problem' },
  { untagged: '1' },
  { tagged: '1' },
  { unsure: '1' },
  { byWords: '1' },
  { corrected: '1', theme: exports },
  { from: '2026-05-10', to: '2026-05-10' },
  { from: '2026-06-01' },
  { q: 'slow', theme: exports, problem: '1', sentiment: 'negative', channel: 'ticket', from: '2026-05-01' },
  { from: '2026-07-01', to: '2026-01-01' },
];

/** All rows of a filter, walked in small pages from the newest to the oldest; then back again. */
async function walk(filter: FeedbackFilter): Promise<{ down: string[]; up: string[] }> {
  const [down, up]: [string[], string[]] = [[], []];
  let page = await findFeedbackPage(scope, filter, null, 4);
  for (;;) {
    down.push(...page.rows.map((row) => row.id));
    if (!page.older) break;
    page = await findFeedbackPage(scope, filter, parseCursor(page.older), 4);
  }
  for (;;) {
    up.unshift(...page.rows.map((row) => row.id));
    if (!page.newer) break;
    page = await findFeedbackPage(scope, filter, parseCursor(page.newer), 4);
  }
  return { down, up };
}

it('finds the first and the last day of what fits a filter', async () => {
  expect(await findFeedbackDays(scope, { from: '2026-05-10', to: '2026-05-12' })).toEqual({
    from: '2026-05-10',
    to: '2026-05-12',
  });
  expect(await findFeedbackDays(scope, { plan: 'Team' })).toEqual({ from: '2026-05-10', to: '2026-06-25' });
  expect(await findFeedbackDays(scope, { plan: 'Enterprise' })).toBeNull();
});

describe('a list of feedback', () => {
  it('has as many rows as its count says, each once, down and up again', async () => {
    for (const filter of filters()) {
      const { down, up } = await walk(filter);
      expect(new Set(down).size, JSON.stringify(filter)).toBe(down.length);
      expect(down.length, JSON.stringify(filter)).toBe(await countFeedback(scope, filter));
      expect(up).toEqual(down);
    }
  });

  it('is not empty for the filters that matter, so that the test above tells something', async () => {
    expect(await countFeedback(scope, {})).toBe(30);
    expect(await countFeedback(scope, { q: 'export' })).toBe(25);
    expect(await countFeedback(scope, { source })).toBe(30);
    expect(await countFeedback(scope, { source: account })).toBe(0);
    expect(await countFeedback(scope, { untagged: '1' })).toBe(5);
    expect(await countFeedback(scope, { from: '2026-05-10', to: '2026-05-10' })).toBe(6);
  });

  it('shows a merged theme under the name it has now, once, whichever id is asked for', async () => {
    const { rows } = await findFeedbackPage(scope, { theme: merged }, null, 100);
    expect(rows).toHaveLength(await countFeedback(scope, { theme: exports }));
    for (const row of rows) expect(row.themes).toMatchObject([{ id: exports, name: 'Exports' }]);
  });

  it('counts a problem mention only where the span of the theme speaks of one', async () => {
    const all = await countFeedback(scope, { theme: exports });
    const problems = await countFeedback(scope, { theme: exports, problem: '1' });
    expect(problems).toBeGreaterThan(0);
    expect(problems).toBeLessThan(all);
  });

  it('counts a problem mention of any theme where none is named, and none in what has no theme', async () => {
    const anyTheme = await countFeedback(scope, { problem: '1' });
    expect(anyTheme).toBeGreaterThanOrEqual(await countFeedback(scope, { theme: exports, problem: '1' }));
    expect(anyTheme).toBeLessThan(await countFeedback(scope, {}));
    expect(await countFeedback(scope, { problem: '1', untagged: '1' })).toBe(0);
  });

  it('carries the beginning of a long text only', async () => {
    const sourceId = await makeSource(other, 'long');
    const { id } = await makeStatement(other, { sourceId, text: '🙂'.repeat(50_000) });
    const { rows } = await findFeedbackPage(other, {}, null);
    expect([...(rows.find((row) => row.id === id)?.text ?? '')]).toHaveLength(LISTED_CHARACTERS);
  });
});

it('finds what is not read yet, as the counts by sentiment have it', async () => {
  const workspace = await makeWorkspace();
  const sourceId = await makeSource(workspace);
  await makeStatement(workspace, { sourceId, text: 'Read' });
  const { workspaceId } = workspace;
  const unjudged = await makeStatement(workspace, { sourceId, text: 'Not read' });
  await workspace.run((db) =>
    db.feedback.updateMany({ where: { workspaceId, text: 'Not read' }, data: { sentimentLabel: null } }),
  );
  const { rows } = await findFeedbackPage(workspace, { unjudged: '1' }, null);
  expect(rows.map(({ id }) => id)).toEqual([unjudged.id]);
});

describe('counts over time', () => {
  it('add up to the rows of each stretch and of the whole', async () => {
    const { buckets } = cutPeriod(PERIOD);
    const counts = await countSentiment(scope, PERIOD, buckets);
    expect(sumSentiment(counts).all).toBe(await countFeedback(scope, PERIOD));
    for (const [index, bucket] of buckets.entries()) {
      const days = { from: bucket.from, to: bucket.to };
      expect(sumSentiment(counts.slice(index, index + 1)).all).toBe(await countFeedback(scope, days));
      expect(counts[index]?.negative).toBe(await countFeedback(scope, { ...days, sentiment: 'negative' }));
    }
  });
});

describe('findRisingThemes', () => {
  it('counts what its links open, before and now, merged themes as one', async () => {
    const now = { from: '2026-05-11', to: '2026-06-30' };
    const before = { from: '2026-03-21', to: '2026-05-10' };
    const count = (days: Days) => countFeedback(scope, { theme: exports, problem: '1', ...days });
    const [statements, statementsBefore] = [await count(now), await count(before)];
    expect(statementsBefore).toBeGreaterThan(0);
    const rising = await findRisingThemes(scope, {}, { now, before });
    expect(rising).toMatchObject([{ themeId: exports, name: 'Exports', statements, statementsBefore }]);
    expect(await findRisingThemes(scope, { language: 'fr' }, { now, before: now })).toEqual([]);
  });
});

describe('search', () => {
  it('marks the words it found, in this workspace alone', async () => {
    const { rows } = await findFeedbackPage(scope, { q: 'number 7' }, null);
    const matches = await findMatches(
      scope,
      'number 7',
      rows.map((row) => row.id),
    );
    const found = [...matches.values()][0]?.text ?? [];
    expect(found.filter((piece) => piece.isMatch).map((piece) => piece.text)).toEqual(['number', '7']);
    expect(
      await findMatches(
        other,
        'number',
        rows.map((row) => row.id),
      ),
    ).toEqual(new Map());
  });

  it('takes any words without failing', async () => {
    for (const q of ['"', '-', 'or or', "'); DROP TABLE feedback; --", '🙂', ':*', '\uE000']) {
      expect(await countFeedback(scope, { q })).toBeGreaterThanOrEqual(0);
      const { rows } = await findFeedbackPage(scope, {}, null, 1);
      await findMatches(
        scope,
        q,
        rows.map((row) => row.id),
      );
    }
  });
});

describe('one statement', () => {
  it('comes with its spans, themes and account; a foreign one is not there', async () => {
    const { rows } = await findFeedbackPage(scope, { account, theme: exports }, null, 1);
    const id = rows[0]?.id ?? '';
    const detail = await findFeedbackDetail(scope, id);
    expect(detail).toMatchObject({
      id,
      account: { name: 'Acme', plan: 'Team' },
      conversation: null,
      response: null,
    });
    expect(detail?.spans.flatMap((span) => span.themes.map((theme) => theme.name))).toContain('Exports');
    expect(detail?.traces.filter((trace) => trace.what === 'theme')).not.toHaveLength(0);
    expect(await findFeedbackDetail(other, id)).toBeNull();
  });
});

describe('what is recorded', () => {
  it('goes from the first day to the last that is not to come', async () => {
    const fresh = await makeWorkspace();
    expect(await findRecordedDays(fresh)).toBeNull();
    const sourceId = await makeSource(fresh);
    await makeStatement(fresh, { sourceId, at: '2999-01-01T00:00:00Z', sentiment: null });
    expect(await findRecordedDays(fresh)).toEqual({ from: '2999-01-01', to: '2999-01-01' });
    await makeStatement(fresh, { sourceId, at: '2020-02-29T23:59:59Z' });
    expect(await findRecordedDays(fresh)).toEqual({ from: '2020-02-29', to: '2020-02-29' });
    expect(await findPipelineState(fresh)).toMatchObject({
      comments: 2,
      unread: 1,
      anew: null,
      step: 'reading',
    });
    expect(await findPipelineState(scope)).toMatchObject({ comments: 30, unread: 0, anew: null, step: null });
  });
});
