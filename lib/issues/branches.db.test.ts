import { beforeAll, expect, it } from 'vitest';
import { countThemeDays } from '@/lib/annotations/count-theme-days';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findRisingThemes } from '@/lib/annotations/find-rising-themes';
import type { Scope } from '@/lib/db/scope';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { countAccounts } from '@/lib/impact/find-account-page';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { makeCustomer, makeSaid, makeTopic } from '@/lib/impact/testing/make-customer';
import { findIssueFamily } from '@/lib/issues/find-family';
import { findIssueAccounts } from '@/lib/issues/find-issue-accounts';
import { findRankedIssues, type RankedIssue } from '@/lib/issues/find-ranked-issues';
import { findTypicalQuotes } from '@/lib/issues/find-typical-quotes';
import { findWeeklyMentions } from '@/lib/issues/find-weekly-mentions';
import { rankIssues } from '@/lib/issues/rank-issues';
import { markThemes } from '@/lib/themes/mark-themes';
import { moveThemes } from '@/lib/themes/move-themes';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const asOf = new Date('2026-10-20');
const ARR_CENTS = 500_000;

let scope: Scope;
let login: string;
let sso: string;
let billing: string;

/** One account complains of a theme and its sub-theme, one of the sub-theme alone, one of another theme. */
beforeAll(async () => {
  ({ scope } = await makeOwnedWorkspace());
  const sourceId = await makeSource(scope);
  [login, sso, billing] = [
    await makeTopic(scope, 'Login'),
    await makeTopic(scope, 'Single sign-on'),
    await makeTopic(scope, 'Billing'),
  ];
  const [both, narrow, other] = [
    await makeCustomer(scope, { name: 'Both', arrCents: ARR_CENTS, currency: 'EUR' }),
    await makeCustomer(scope, { name: 'Narrow', arrCents: ARR_CENTS, currency: 'EUR' }),
    await makeCustomer(scope, { name: 'Other', arrCents: ARR_CENTS, currency: 'EUR' }),
  ];
  const say = (accountId: string, themeId: string, at: string) =>
    makeSaid(scope, { sourceId, accountId, themeId, at });
  await say(both, login, '2026-10-18');
  await say(both, sso, '2026-10-19');
  await say(narrow, sso, '2026-10-20');
  await say(other, billing, '2026-10-20');
  await rankIssues(scope);
  await moveThemes(scope, { themeIds: [sso], parentId: login });
  await rankIssues(scope);
});

async function ranked(): Promise<RankedIssue[]> {
  return (await findRankedIssues(scope, PRIORITY_PRESETS.balanced))?.issues ?? [];
}
const issueOfLogin = async () => {
  const issue = (await ranked()).find(({ themeId }) => themeId === login);
  if (!issue) throw new Error('Login is not ranked');
  return issue;
};

it('ranks themes at the top with what is said of their sub-themes, and no account’s revenue twice', async () => {
  expect((await ranked()).map(({ themeId }) => themeId).sort()).toEqual([login, billing].sort());
  const issue = await issueOfLogin();
  expect(issue).toMatchObject({ mentions: 3, accounts: 2 });
  expect(issue.details.revenue.exposedAccounts).toBe(2);
  expect(issue.details.revenue.exposedArrCents).toBe(2 * ARR_CENTS);
});

it('has behind every count the rows it opens', async () => {
  const { mentions, accounts } = await issueOfLogin();
  expect(await countFeedback(scope, { branch: login, problem: '1' })).toBe(mentions);
  expect(await countAccounts(scope, { theme: login }, new Date('2026-11-01'))).toBe(accounts);
  const listed = await findIssueAccounts(scope, { themeId: login, asOf, page: 1, pageSize: 10 });
  expect(listed).toHaveLength(accounts);
  expect(listed.reduce((sum, each) => sum + each.mentions, 0)).toBe(mentions);
  const weeks = (await findWeeklyMentions(scope, { asOf, themeId: login })).get(login) ?? [];
  expect(weeks.reduce((sum, each) => sum + each, 0)).toBe(mentions);
  expect(await findTypicalQuotes(scope, { themeId: login, asOf })).toHaveLength(accounts);
});

it('judges surges and rises of the same branches', async () => {
  const days = await countThemeDays(scope, { from: '2026-10-18', to: '2026-10-20' });
  const of = (id: string) => days.find(({ themeId }) => themeId === id)?.counts;
  expect(of(login)).toEqual([1, 1, 1]);
  expect(of(sso)).toBeUndefined();
  const rising = await findRisingThemes(
    scope,
    {},
    { now: { from: '2026-10-19', to: '2026-10-20' }, before: { from: '2026-10-17', to: '2026-10-18' } },
  );
  expect(rising.find(({ themeId }) => themeId === login)).toMatchObject({
    statements: 2,
    statementsBefore: 1,
  });
});

it('an issue whose theme moved under another says where it counts, and stands alone again afterwards', async () => {
  const issue = await scope.run((db) => db.issue.findFirstOrThrow({ where: { themeId: sso } }));
  const top = await issueOfLogin();
  expect((await findIssueFamily(scope, issue)).countsIn).toEqual({ id: top.issueId, title: 'Login' });
  await markThemes(scope, { themeIds: [login], mark: 'exclude', on: true });
  await rankIssues(scope);
  expect((await ranked()).map(({ themeId }) => themeId).sort()).toEqual([sso, billing].sort());
  expect((await findIssueFamily(scope, issue)).countsIn).toBeNull();
  await markThemes(scope, { themeIds: [login], mark: 'exclude', on: false });
  await rankIssues(scope);
});
