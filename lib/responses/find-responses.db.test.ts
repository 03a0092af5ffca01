import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { makeAccount, makeAnswer, makeContact, makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { countScores, countScoresOverTime, findMetrics } from '@/lib/responses/count-scores';
import { countAnswers, findAnswerPage } from '@/lib/responses/find-responses';
import { parseCursor } from '@/lib/responses/keyset-page';
import type { ResponseFilter } from '@/lib/responses/response-filter';

let scope: Scope;
let account: string;
let pat: string;

/** Forty NPS answers of nine people and some without one, four at the same moment; a few of another metric. */
beforeAll(async () => {
  scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  account = await makeAccount(scope, { name: 'Acme', plan: 'Team', segment: 'SMB' });
  const contacts = await Promise.all(
    Array.from({ length: 9 }, (_, index) => makeContact(scope, `Person ${index}`)),
  );
  pat = contacts[0] ?? '';
  for (let row = 0; row < 40; row++) {
    const contactId = row % 10 === 9 ? undefined : contacts[row % 9];
    const day = String((row % 28) + 1).padStart(2, '0');
    const { responseId } = await makeAnswer(scope, {
      sourceId,
      score: (row * 7) % 11,
      at: row < 4 ? '2026-05-10T08:00:00Z' : `2026-${row % 2 ? '05' : '06'}-${day}T12:00:00Z`,
      ...(contactId ? { contactId } : {}),
      ...(row % 3 === 0 ? { accountId: account } : {}),
    });
    if (row === 0) {
      await makeStatement(scope, { sourceId, responseId, text: 'First comment', at: '2026-05-10T08:00:00Z' });
      await makeStatement(scope, {
        sourceId,
        responseId,
        text: 'Second comment',
        at: '2026-05-10T09:00:00Z',
      });
    }
  }
  for (let score = 1; score <= 5; score++) await makeAnswer(scope, { sourceId, metric: 'csat', score });
  const other = await makeWorkspace();
  await makeAnswer(other, { sourceId: await makeSource(other), score: 10 });
});

const filters = (): ResponseFilter[] => {
  const parts: Omit<ResponseFilter, 'metric'>[] = [
    {},
    { from: '2026-06-01' },
    { from: '2026-05-10', to: '2026-05-10' },
    { account },
    { contact: pat },
    { plan: 'Team', segment: 'SMB' },
    { plan: 'Enterprise' },
    { score: 7 },
    { wordless: '1' },
  ];
  return parts.flatMap((part) =>
    ([undefined, 'promoter', 'passive', 'detractor'] as const).flatMap((group) =>
      ([undefined, '1'] as const).map((latest) => ({
        metric: 'nps' as const,
        ...part,
        ...(group ? { group } : {}),
        ...(latest ? { latest } : {}),
      })),
    ),
  );
};

async function walk(filter: ResponseFilter): Promise<{ down: string[]; up: string[] }> {
  const [down, up]: [string[], string[]] = [[], []];
  let page = await findAnswerPage(scope, filter, null, 3);
  for (;;) {
    down.push(...page.rows.map((row) => row.id));
    if (!page.older) break;
    page = await findAnswerPage(scope, filter, parseCursor(page.older), 3);
  }
  for (;;) {
    up.unshift(...page.rows.map((row) => row.id));
    if (!page.newer) break;
    page = await findAnswerPage(scope, filter, parseCursor(page.newer), 3);
  }
  return { down, up };
}

const sum = (counts: ReadonlyMap<number, number>) => [...counts.values()].reduce((all, n) => all + n, 0);

describe('a list of answers', () => {
  it('has as many rows as its count and its scores say, each once, down and up again', async () => {
    for (const filter of filters()) {
      const { down, up } = await walk(filter);
      const name = JSON.stringify(filter);
      expect(new Set(down).size, name).toBe(down.length);
      expect(down.length, name).toBe(await countAnswers(scope, filter));
      expect(down.length, name).toBe(sum(await countScores(scope, filter)));
      expect(up, name).toEqual(down);
    }
  });

  it('splits into its groups without rest, with and without the latest of each person', async () => {
    for (const latest of [undefined, '1'] as const) {
      const base: ResponseFilter = { metric: 'nps', from: '2026-05-01', ...(latest ? { latest } : {}) };
      const parts = await Promise.all(
        (['promoter', 'passive', 'detractor'] as const).map((group) =>
          countAnswers(scope, { ...base, group }),
        ),
      );
      expect(parts.every((part) => part > 0)).toBe(true);
      expect(parts.reduce((all, part) => all + part, 0)).toBe(await countAnswers(scope, base));
    }
  });

  it('counts each person once, by their latest answer in the days chosen', async () => {
    // Nine people, and the four answers without one.
    expect(await countAnswers(scope, { metric: 'nps' })).toBe(40);
    expect(await countAnswers(scope, { metric: 'nps', latest: '1' })).toBe(13);
    const latest = await findAnswerPage(scope, { metric: 'nps', contact: pat, latest: '1' }, null);
    const all = await findAnswerPage(scope, { metric: 'nps', contact: pat }, null, 100);
    expect(latest.rows).toEqual(all.rows.slice(0, 1));
    const inMay = await findAnswerPage(
      scope,
      { metric: 'nps', contact: pat, latest: '1', to: '2026-05-31' },
      null,
    );
    expect(inMay.rows).toHaveLength(1);
    expect(inMay.rows[0]?.id).not.toBe(latest.rows[0]?.id);
  });

  it('leaves out answers with a comment where only those without are asked for', async () => {
    expect(await countAnswers(scope, { metric: 'nps', wordless: '1' })).toBe(39);
    const { rows } = await findAnswerPage(scope, { metric: 'nps', wordless: '1' }, null, 100);
    expect(rows.flatMap(({ texts }) => texts)).toEqual([]);
  });

  it('keeps an earlier promoter out when the same person is a detractor now', async () => {
    const promoters = await findAnswerPage(
      scope,
      { metric: 'nps', group: 'promoter', latest: '1' },
      null,
      100,
    );
    const newest = await findAnswerPage(scope, { metric: 'nps', latest: '1' }, null, 100);
    const ids = new Set(newest.rows.map((row) => row.id));
    for (const row of promoters.rows) expect(ids).toContain(row.id);
  });

  it('shows what a response said once for the answer, in order', async () => {
    const { rows } = await findAnswerPage(scope, { metric: 'nps' }, null, 100);
    const texts = rows.flatMap((row) => row.texts.map((text) => text.excerpt));
    expect(texts).toEqual(['First comment', 'Second comment']);
    expect(rows).toHaveLength(40);
  });
});

describe('counts over time', () => {
  const days = [
    { from: '2026-05-01', to: '2026-05-09' },
    { from: '2026-05-10', to: '2026-05-31' },
    { from: '2026-06-01', to: '2026-06-30' },
  ];
  const starts = days.map((stretch) => new Date(stretch.from));

  it.each([undefined, '1'] as const)('are those of each stretch by itself (latest = %s)', async (latest) => {
    const base: ResponseFilter = { metric: 'nps', ...(latest ? { latest } : {}) };
    const counts = await countScoresOverTime(
      scope,
      { ...base, from: '2026-05-01', to: '2026-06-30' },
      starts,
    );
    for (const [index, stretch] of days.entries()) {
      const alone = await countScores(scope, { ...base, ...stretch });
      expect(sum(alone)).toBeGreaterThan(0);
      expect(counts[index]).toEqual(alone);
    }
  });
});

it('names the metrics there are answers to', async () => {
  expect(await findMetrics(scope)).toEqual(['nps', 'csat']);
});
