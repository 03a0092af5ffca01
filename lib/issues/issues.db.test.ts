import { beforeEach, describe, expect, it } from 'vitest';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { newId, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { findIssueAccounts } from '@/lib/issues/find-issue-accounts';
import { findIssueDetail } from '@/lib/issues/find-issue-detail';
import { findIssuesOfThemes } from '@/lib/issues/find-issues-of-themes';
import { findRankedIssues } from '@/lib/issues/find-ranked-issues';
import { findTypicalQuotes } from '@/lib/issues/find-typical-quotes';
import { findWeeklyMentions } from '@/lib/issues/find-weekly-mentions';
import { getIssue } from '@/lib/issues/get-issue';
import { rankIssues } from '@/lib/issues/rank-issues';
import { saveRankingWeights } from '@/lib/issues/save-ranking-weights';
import { getSetting } from '@/lib/settings/queries';

let scope: Scope;
let source: string;

beforeEach(async () => {
  scope = await makeWorkspace();
  source = await makeSource(scope);
});

async function makeTheme(name: string): Promise<string> {
  const id = newId();
  await scope.run((db) =>
    db.theme.create({ data: { workspaceId: scope.workspaceId, id, key: name, name, keywords: [] } }),
  );
  return id;
}

async function makeAccount(
  name: string,
  arrCents: bigint | null = 1_000_00n,
  currency = 'USD',
): Promise<string> {
  const { workspaceId } = scope;
  const id = newId();
  await scope.run(async (db) => {
    await db.account.create({
      data: { workspaceId, id, name, arrCents, currency, startedAt: new Date('2025-01-01') },
    });
    if (arrCents === null) return;
    await db.accountArr.create({
      data: {
        workspaceId,
        id: newId(),
        accountId: id,
        arrCents,
        currency,
        validFrom: new Date('2026-11-20'),
      },
    });
  });
  return id;
}

async function say(input: {
  text: string;
  themeId: string;
  day: string;
  accountId?: string;
  confidence?: number;
  sentiment?: 'negative' | 'neutral' | 'positive';
}): Promise<string> {
  const { workspaceId } = scope;
  const { text, themeId, day, accountId, confidence = 0.9, sentiment = 'negative' } = input;
  const [id, spanId] = [newId(), newId()];
  const kind = sentiment === 'positive' ? ('praise' as const) : ('problem' as const);
  await scope.run(async (db) => {
    await db.feedback.create({
      data: {
        workspaceId,
        id,
        sourceId: source,
        externalId: id,
        channel: 'ticket',
        accountId,
        text,
        textHash: sha256(text),
        occurredAt: new Date(`${day}T10:00:00Z`),
        annotatedAt: new Date(),
        kind,
      },
    });
    await db.span.create({
      data: {
        workspaceId,
        id: spanId,
        feedbackId: id,
        start: 0,
        end: text.length,
        sentimentLabel: sentiment,
        kind,
      },
    });
    await db.themeAssignment.create({
      data: { workspaceId, id: newId(), themeId, feedbackId: id, spanId, confidence, maker: 'engine' },
    });
  });
  return id;
}

async function getIssues() {
  const list = await findRankedIssues(scope, PRIORITY_PRESETS.balanced);
  if (!list) throw new Error('nothing is ranked');
  return list;
}

describe('the ranked list', () => {
  it('is absent before the first ranking', async () => {
    expect(await findRankedIssues(scope, PRIORITY_PRESETS.balanced)).toBeNull();
  });

  it('counts what its links open', async () => {
    const [sync, login] = [await makeTheme('Sync'), await makeTheme('Login')];
    const [acme, beta] = [await makeAccount('Acme'), await makeAccount('Beta')];
    await say({ text: 'Sync lost a deal', themeId: sync, day: '2026-10-01', accountId: acme });
    await say({ text: 'Sync lost two', themeId: sync, day: '2026-10-02', accountId: acme });
    await say({ text: 'Sync again', themeId: sync, day: '2026-06-02', accountId: beta });
    await say({
      text: 'Sync is great',
      themeId: sync,
      day: '2026-10-03',
      accountId: beta,
      sentiment: 'positive',
    });
    await say({ text: 'Sync, says a stranger', themeId: sync, day: '2026-10-05' });
    await say({ text: 'Login fails', themeId: login, day: '2026-10-31' });
    await rankIssues(scope);
    const { run, issues } = await getIssues();
    const to = run.asOf.toISOString().slice(0, 10);
    expect(to).toBe('2026-10-31');
    for (const issue of issues) {
      expect(await countFeedback(scope, { theme: issue.themeId, problem: '1', to })).toBe(issue.mentions);
      const accounts = await findIssueAccounts(scope, {
        themeId: issue.themeId,
        asOf: run.asOf,
        page: 1,
        pageSize: 9,
      });
      expect(accounts).toHaveLength(issue.accounts);
    }
    const issue = issues.find(({ themeId }) => themeId === sync);
    expect(issue).toMatchObject({ mentions: 4, accounts: 2, status: 'new' });
    expect(issue?.details.mentionsWithoutAccount).toBe(1);
    expect(issue?.details.revenue).toMatchObject({
      exposedAccounts: 1,
      accountsWithArr: 1,
      exposedArrCents: 100_000,
    });
    const view = { view: 'now' as const, page: 1, pageSize: 25, weeks: 12 };
    const detail = issue && (await findIssueDetail(scope, issue, run, view));
    expect(detail?.accounts).toMatchObject([{ name: 'Acme', mentions: 2, arrCents: 100_000 }]);
    expect(detail?.trend.reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it('says that churn is left out, and whose revenue has no rate', async () => {
    const theme = await makeTheme('Sync');
    await say({
      text: 'Lost',
      themeId: theme,
      day: '2026-10-01',
      accountId: await makeAccount('Yen', 5n, 'JPY'),
    });
    await rankIssues(scope);
    const { run, issues } = await getIssues();
    expect(run.totals).toMatchObject({
      hasChurn: false,
      accountsWithoutRate: 1,
      accountsWithArr: 0,
      portfolioAtRiskCents: null,
    });
    expect(issues[0]).toMatchObject({ churnScore: null, impactScore: null, priorityScore: 100 });
  });

  it('lists accounts of unknown revenue among the exposed, last, and adds up the others alone', async () => {
    const sync = await makeTheme('Sync');
    for (const accountId of [await makeAccount('Unknown', null), await makeAccount('Acme')])
      await say({ text: `Lost ${accountId}`, themeId: sync, day: '2026-10-01', accountId });
    await rankIssues(scope);
    const { run, issues } = await getIssues();
    const [issue] = issues;
    expect(issue?.details.revenue).toMatchObject({
      exposedAccounts: 2,
      accountsWithArr: 1,
      exposedArrCents: 100_000,
      arrAtRiskCents: null,
    });
    const view = { view: 'now' as const, page: 1, pageSize: 25, weeks: 12 };
    const detail = issue && (await findIssueDetail(scope, issue, run, view));
    expect(detail?.accounts).toMatchObject([
      { name: 'Acme', arrCents: 100_000 },
      { name: 'Unknown', arrCents: null },
    ]);
  });

  it('calls an issue as its theme is called now', async () => {
    const sync = await makeTheme('Sync');
    await say({ text: 'Lost', themeId: sync, day: '2026-10-01' });
    await rankIssues(scope);
    const renamed = { data: { name: 'Data sync' } };
    const where = { workspaceId_id: { workspaceId: scope.workspaceId, id: sync } };
    await scope.run((db) => db.theme.update({ where, ...renamed }));
    const [issue] = (await getIssues()).issues;
    expect(issue?.title).toBe('Data sync');
    const opened = await getIssue(scope, issue?.issueId ?? '', PRIORITY_PRESETS.balanced);
    expect(opened.issue.title).toBe('Data sync');
    expect((await findIssuesOfThemes(scope, [sync])).get(sync)?.title).toBe('Data sync');
  });

  it('is gone once all feedback is', async () => {
    await say({ text: 'Lost', themeId: await makeTheme('Sync'), day: '2026-10-01' });
    await rankIssues(scope);
    expect((await getIssues()).issues).toHaveLength(1);
    await scope.run((db) => db.feedback.deleteMany());
    await rankIssues(scope);
    expect(await findRankedIssues(scope, PRIORITY_PRESETS.balanced)).toBeNull();
  });

  it('counts the weeks back from the last day', async () => {
    const themeId = await makeTheme('Sync');
    for (const day of ['2026-10-31', '2026-10-25', '2026-10-24', '2026-08-01'])
      await say({ text: day, themeId, day });
    const trends = await findWeeklyMentions(scope, { asOf: new Date('2026-10-31'), weeks: 4 });
    expect(trends.get(themeId)).toEqual([0, 0, 1, 2]);
  });

  it('quotes one statement an account, the surest negative first', async () => {
    const themeId = await makeTheme('Sync');
    const acme = await makeAccount('Acme');
    await say({ text: 'Unsure', themeId, day: '2026-10-01', accountId: acme, confidence: 0.5 });
    await say({ text: 'Sure', themeId, day: '2026-10-01', accountId: acme, confidence: 0.95 });
    await say({ text: 'Flat', themeId, day: '2026-10-01', confidence: 0.99, sentiment: 'neutral' });
    await say({ text: 'Happy', themeId, day: '2026-10-01', confidence: 1, sentiment: 'positive' });
    const quotes = await findTypicalQuotes(scope, { themeId, asOf: new Date('2026-10-31') });
    expect(quotes.map(({ text }) => text)).toEqual(['Sure', 'Flat']);
  });
});

it('saving the weights keeps them, writes the trail and ranks anew', async () => {
  await saveRankingWeights(scope, { frequency: 1, churn: 3, impact: 0.5 });
  expect(await getSetting(scope, 'rankingWeights')).toEqual({ frequency: 1, churn: 3, impact: 0.5 });
  const [entry] = await scope.run((db) =>
    db.auditEntry.findMany({ where: { workspaceId: scope.workspaceId } }),
  );
  expect(entry).toMatchObject({ action: 'setting.ranking_weights_changed' });
});
