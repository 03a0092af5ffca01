import { beforeAll, expect, it } from 'vitest';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeAccount, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findChurnMonths } from '@/lib/impact/find-churn-months';
import { panelSpecOf } from '@/lib/impact/panel-spec-of';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { findExposedPage } from '@/lib/issues/find-exposed-page';
import { findFilteredIssues, findRankedIssues } from '@/lib/issues/find-ranked-issues';
import { findWeeklyMentions } from '@/lib/issues/find-weekly-mentions';
import { rankIssues } from '@/lib/issues/rank-issues';

let scope: Scope;
/** Where only the survey answers came from. */
const FORM = newId();

beforeAll(async () => {
  scope = await makeWorkspace();
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  await scope.run((db) => db.source.create({ data: { workspaceId, id: FORM, kind: 'csv', name: 'Form' } }));
  const [sync, login] = [await makeTheme(scope, 'Sync'), await makeTheme(scope, 'Login')];
  const team = await makeAccount(scope, { name: 'Team', plan: 'team', segment: 'small' });
  const large = await makeAccount(scope, { name: 'Large', plan: 'enterprise', segment: 'large' });
  await scope.run((db) =>
    db.account.update({
      where: { workspaceId_id: { workspaceId, id: large } },
      data: { custom: { region: 'North' } },
    }),
  );
  const say = (themeId: string, at: string, channel: 'ticket' | 'survey', accountId?: string) =>
    makeStatement(scope, {
      sourceId: channel === 'survey' ? FORM : sourceId,
      at: `${at}T10:00:00Z`,
      channel,
      kind: 'problem',
      sentiment: 'negative',
      spans: [{ text: `It fails ${newId()}`, themeIds: [themeId] }],
      ...(accountId ? { accountId } : {}),
    });
  await say(sync, '2026-09-01', 'ticket', team);
  await say(sync, '2026-10-01', 'survey', team);
  await say(sync, '2026-10-02', 'ticket', large);
  await say(login, '2026-10-03', 'ticket', large);
  await say(login, '2026-10-04', 'survey');
  await rankIssues(scope);
});

const find = async (filter: RecordFilter) => {
  const list = await findFilteredIssues(scope, PRIORITY_PRESETS.balanced, filter);
  if (!list) throw new Error('nothing is ranked');
  return list;
};

it.each<[RecordFilter, [string, number, number][]]>([
  [{ plan: 'team' }, [['Sync', 2, 1]]],
  [
    { segment: 'large' },
    [
      ['Login', 1, 1],
      ['Sync', 1, 1],
    ],
  ],
  [
    { field: 'region=North' },
    [
      ['Login', 1, 1],
      ['Sync', 1, 1],
    ],
  ],
  [
    { source: FORM },
    [
      ['Login', 1, 0],
      ['Sync', 1, 1],
    ],
  ],
  [
    { channel: 'survey' },
    [
      ['Login', 1, 0],
      ['Sync', 1, 1],
    ],
  ],
  [{ from: '2026-08-01', to: '2026-09-30' }, [['Sync', 1, 1]]],
  [{ plan: 'nobody has it' }, []],
])(
  'within %j: themes with mentions, accounts and months, as many as the links open',
  async (filter, expected) => {
    const { run, issues } = await find(filter);
    const found = issues.map(({ title, mentions, accounts }) => [title, mentions, accounts]);
    expect(found.sort()).toEqual(expected);
    for (const issue of issues) {
      const { themeId, mentions, accounts, details } = issue;
      const rowsOf = (view: 'now' | 'ever') =>
        findExposedPage(scope, issue, run, { view, page: 1, pageSize: 50, filter });
      expect(await rowsOf('ever')).toHaveLength(accounts);
      expect(await rowsOf('now')).toHaveLength(details.revenue.exposedAccounts);
      const { counts } = await findChurnMonths(scope, panelSpecOf(run, {}, filter), details.churn, {
        ...{ side: 'exposed', onlyChurned: false, page: 1, pageSize: 50 },
      });
      expect(details.churn).toMatchObject(counts);
      const to = run.asOf.toISOString().slice(0, 10);
      expect(await countFeedback(scope, { ...filter, theme: themeId, problem: '1', to })).toBe(mentions);
      const trend = (await findWeeklyMentions(scope, { asOf: run.asOf, filter, themeId })).get(themeId);
      expect(trend?.reduce((sum, count) => sum + count, 0)).toBe(mentions);
    }
  },
);

it('ends with its last day, and counts only its accounts', async () => {
  const { run } = await find({ segment: 'small', to: '2026-09-30' });
  expect(run.asOf).toEqual(new Date('2026-09-30'));
  expect(run.totals.accounts).toBe(1);
});

it('keeps nothing, and without a filter says what the ranking says', async () => {
  const kept = await findRankedIssues(scope, PRIORITY_PRESETS.balanced);
  const { issues } = await find({});
  const scores = (list: typeof issues | undefined) =>
    list?.map(({ title, rank, priorityScore, mentions }) => ({ title, rank, priorityScore, mentions }));
  expect(scores(issues)).toEqual(scores(kept?.issues));
  expect(await scope.run((db) => db.impactRun.count())).toBe(1);
});
