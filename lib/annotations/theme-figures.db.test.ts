import { beforeAll, describe, expect, it } from 'vitest';
import { cutPeriod } from '@/lib/annotations/buckets';
import { countSentiment } from '@/lib/annotations/count-sentiment';
import { type FeedbackFilter, feedbackFilterSchema } from '@/lib/annotations/feedback-filter';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findThemeAccounts } from '@/lib/annotations/find-theme-accounts';
import { findThemesOverview } from '@/lib/annotations/find-theme-figures';
import { findTypicalComments } from '@/lib/annotations/find-typical-comments';
import { resolvePeriod } from '@/lib/annotations/period';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { type CommentInput, makeComment, makeTheme } from '@/lib/db/testing/make-theme';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { markThemes } from '@/lib/themes/mark-themes';
import { mergeThemes } from '@/lib/themes/merge-themes';
import { moveThemes } from '@/lib/themes/move-themes';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
const period = resolvePeriod({ period: '30' }, { from: '2026-02-10', to: '2026-03-31' });

let login: string;
let billing: string;
let sso: string;
const accounts = new Map<string, string>();

const count = (filter: FeedbackFilter) => countFeedback(scope, feedbackFilterSchema.parse(filter));

async function makeAccount(name: string, arrCents: number | null, currency = 'EUR') {
  const id = newId();
  await scope.run((db) =>
    db.account.create({ data: { workspaceId: scope.workspaceId, id, name, arrCents, currency } }),
  );
  accounts.set(name, id);
}

beforeAll(async () => {
  ({ scope } = await makeOwnedWorkspace());
  const source = await makeSource(scope);
  [login, billing, sso] = [
    await makeTheme(scope, 'Login'),
    await makeTheme(scope, 'Billing'),
    await makeTheme(scope, 'Single sign-on'),
  ];
  await makeAccount('Small', 1000);
  await makeAccount('Dollars', 5000, 'USD');
  await makeAccount('Yen', 900_000, 'JPY');
  const comments: CommentInput[] = [
    { themeIds: [login], occurredAt: '2026-03-31T23:30:00Z', accountId: accounts.get('Small') },
    { themeIds: [login, sso], occurredAt: '2026-03-30T10:00:00Z', accountId: accounts.get('Dollars') },
    {
      themeIds: [sso],
      sentiment: 'positive',
      kind: 'praise',
      occurredAt: '2026-03-02T00:00:00Z',
      accountId: accounts.get('Yen'),
      confidence: 0.99,
    },
    { themeIds: [login], sentiment: 'neutral', kind: 'question', accountId: accounts.get('Small') },
    { themeIds: [billing], occurredAt: '2026-03-01T23:59:00Z' },
    { themeIds: [billing], occurredAt: '2026-02-10T12:00:00Z' },
    { occurredAt: '2026-03-10T12:00:00Z' },
    { kind: 'no_content', sentiment: 'neutral', text: 'n/a' },
    { isRead: false },
  ];
  for (const comment of comments) await makeComment(scope, source, comment);
  await mergeThemes(scope, { themeIds: [sso], intoId: login });
});

describe('findThemesOverview', () => {
  it('counts what the feedback list counts, a merged theme with the one it is a part of', async () => {
    const { themes } = await findThemesOverview(scope, period);
    const { from, to } = period;
    expect(period).toMatchObject({ from: '2026-03-02', to: '2026-03-31' });
    expect(themes.map(({ name, mentions }) => [name, mentions])).toEqual([
      ['Login', 4],
      ['Billing', 0],
    ]);
    for (const theme of themes) {
      const behind = { theme: theme.themeId, from, to };
      expect(theme.mentions).toBe(await count(behind));
      expect(theme.problems).toBe(await count({ ...behind, problem: '1' }));
      expect(theme.mentionsBefore).toBe(await count({ ...behind, ...period.before }));
      for (const sentiment of ['negative', 'neutral', 'positive'] as const) {
        expect(theme[sentiment]).toBe(await count({ ...behind, sentiment }));
      }
      expect(theme.overTime.reduce((sum, mentions) => sum + mentions, 0)).toBe(theme.mentions);
    }
    expect(themes[0]).toMatchObject({ problems: 2, negative: 2, neutral: 1, positive: 1 });
  });

  it('says how many comments with content have no theme, as the list has them', async () => {
    const overview = await findThemesOverview(scope, period);
    const { from, to } = period;
    expect(overview).toMatchObject({ comments: 5, commentsBefore: 2, untagged: 1 });
    expect(overview.untagged).toBe(await count({ untagged: '1', from, to }));
    expect(overview.themes.map(({ share }) => share)).toEqual([4 / 5, 0]);
  });

  it('compares with the period before and corrects for the number of themes', async () => {
    const { themes } = await findThemesOverview(scope, period);
    for (const { change } of themes) expect(change?.qValue).toBeGreaterThanOrEqual(change?.pValue ?? 1);
    expect(themes[1]?.change).toMatchObject({ ratio: 0, shareBefore: 1 });
  });

  it('finds a merged theme under its old address too', async () => {
    expect(await count({ theme: sso })).toBe(await count({ theme: login }));
    expect(await count({ theme: newId() })).toBe(0);
  });
});

describe('sub-themes and first assignments', () => {
  it('count a whole branch as the feedback list does, each comment once', async () => {
    const batch = await moveThemes(scope, { themeIds: [billing], parentId: login });
    const { from, to } = period;
    const wide = { ...period, from: '2026-02-01' };
    const { themes } = await findThemesOverview(scope, wide);
    const top = themes.find(({ themeId }) => themeId === login);
    expect(themes.find(({ themeId }) => themeId === billing)).toMatchObject({
      parentId: login,
      branch: null,
    });
    expect(top?.branch?.mentions).toBe(await count({ branch: login, from: wide.from, to }));
    expect(top?.branch?.mentions).toBe(6);
    expect(top?.branch?.problems).toBe(await count({ branch: login, problem: '1', from: wide.from, to }));
    expect(top?.mentions).toBe(await count({ theme: login, from: wide.from, to }));
    await undoDecisions(scope, batch ?? '');
    expect((await findThemesOverview(scope, { ...period, from })).themes.every(({ branch }) => !branch)).toBe(
      true,
    );
  });

  it('leave a theme that was set aside out of everything but its past', async () => {
    const aside = { themeIds: [billing], mark: 'exclude' as const };
    await markThemes(scope, { ...aside, on: true });
    expect((await findThemesOverview(scope, period)).themes.map(({ name }) => name)).toEqual(['Login']);
    const untagged = { untagged: '1', from: '2026-02-01', to: period.to } as const;
    expect(await count(untagged)).toBe(3);
    await markThemes(scope, { ...aside, on: false });
    expect(await count(untagged)).toBe(1);
  });

  it('tell what comments were first assigned, whatever was merged since', async () => {
    const { workspaceId } = scope;
    const [comment] = await scope.run((db) =>
      db.feedback.findMany({
        where: { workspaceId, assignments: { some: { themeId: sso } } },
        orderBy: { id: 'asc' },
      }),
    );
    await scope.run((db) =>
      db.themeFirstAssignment.create({
        data: { workspaceId, feedbackId: comment?.id ?? '', themeId: sso, isProblem: true },
      }),
    );
    const { from, to } = period;
    const { themes, untagged } = await findThemesOverview(scope, period, 'first');
    expect(themes.map(({ name, mentions, problems }) => [name, mentions, problems])).toEqual([
      ['Single sign-on', 1, 1],
    ]);
    expect(await count({ theme: sso, first: '1', from, to })).toBe(1);
    expect(await count({ theme: sso, first: '1', problem: '1', from, to })).toBe(1);
    expect(untagged).toBe(await count({ untagged: '1', first: '1', from, to }));
  });
});

describe('a theme over time', () => {
  it('counts in each stretch what the list opens, as the table of themes does', async () => {
    const { unit, buckets } = cutPeriod(period);
    const { from, to } = period;
    const counts = await countSentiment(scope, { theme: login, from, to }, buckets);
    const sums = counts.map(({ negative, neutral, positive }) => negative + neutral + positive);
    expect(unit).toBe('week');
    expect(buckets.map((days, index) => [days.from, days.to, sums[index]])).toEqual([
      ['2026-03-02', '2026-03-03', 1],
      ['2026-03-04', '2026-03-10', 0],
      ['2026-03-11', '2026-03-17', 1],
      ['2026-03-18', '2026-03-24', 0],
      ['2026-03-25', '2026-03-31', 2],
    ]);
    const { themes } = await findThemesOverview(scope, period);
    expect(themes[0]?.overTime).toEqual(sums);
    for (const [index, days] of buckets.entries()) {
      expect(sums[index]).toBe(await count({ theme: login, from: days.from, to: days.to }));
    }
  });

  it('compares with nothing where nothing is recorded before', async () => {
    const { themes } = await findThemesOverview(scope, { ...period, before: null });
    expect(themes.map(({ mentionsBefore, change }) => [mentionsBefore, change])).toEqual([
      [0, null],
      [0, null],
    ]);
  });
});

describe('findThemeAccounts', () => {
  it('orders by revenue in one currency and says how many there are', async () => {
    const options = { currency: 'EUR', rates: { USD: 0.5 }, limit: 2 };
    const found = await findThemeAccounts(scope, login, period, options);
    expect(found.total).toBe(3);
    expect(found.accounts.map(({ name, arrCents, mentions }) => [name, arrCents, mentions])).toEqual([
      ['Dollars', 2500, 1],
      ['Small', 1000, 2],
    ]);
    for (const { id, mentions } of found.accounts) {
      expect(mentions).toBe(await count({ theme: login, account: id, from: period.from, to: period.to }));
    }
    const all = await findThemeAccounts(scope, login, period, { ...options, limit: 10 });
    expect(all.accounts.at(-1)).toMatchObject({ name: 'Yen', arrCents: null });
  });

  it('converts currencies whose minor units are of another size', async () => {
    const options = { currency: 'EUR', rates: { USD: 0.5, JPY: 0.006 }, limit: 1 };
    const { accounts: largest } = await findThemeAccounts(scope, login, period, options);
    expect(largest).toMatchObject([{ name: 'Yen', arrCents: 540_000 }]);
  });
});

describe('findTypicalComments', () => {
  it('hears every account once before any a second time, the surest first', async () => {
    const found = await findTypicalComments(scope, login, period, 10);
    expect(found.map(({ accountName }) => accountName)).toEqual(['Yen', 'Small', 'Dollars', 'Small']);
    expect(found[0]).toMatchObject({ start: 0, end: 25, sentimentLabel: 'positive' });
    const negative = await findTypicalComments(scope, login, { ...period, sentiment: 'negative' }, 10);
    expect(negative).toHaveLength(2);
  });
});
