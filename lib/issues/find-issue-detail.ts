import type { Scope } from '@/lib/db/scope';
import type { ImpactRun } from '@/lib/impact/queries';
import { findIssueAccounts, type IssueAccount } from '@/lib/issues/find-issue-accounts';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';
import { findTypicalQuotes, type TypicalQuote } from '@/lib/issues/find-typical-quotes';
import { findWeeklyMentions } from '@/lib/issues/find-weekly-mentions';

export interface IssueDetail {
  quotes: TypicalQuote[];
  /** Problem mentions a week, oldest first. */
  trend: number[];
  /** One page, of those exposed now the largest first; figures are null where unknown or not exposed. */
  accounts: (IssueAccount & { arrCents: number | null; lostShare: number | null })[];
}

/** The rows behind an issue's numbers, up to the day of its run. */
export async function findIssueDetail(
  scope: Scope,
  { themeId, details }: Pick<RankedIssue, 'themeId' | 'details'>,
  { asOf }: Pick<ImpactRun, 'asOf'>,
  { view, page, pageSize, weeks }: { view: 'now' | 'ever'; page: number; pageSize: number; weeks: number },
): Promise<IssueDetail> {
  const exposedNow = [...details.revenue.accounts].sort((a, b) => (b.arrCents ?? -1) - (a.arrCents ?? -1));
  const figures = new Map(exposedNow.map((account) => [account.accountId, account]));
  const onPage = exposedNow.slice((page - 1) * pageSize, page * pageSize).map(({ accountId }) => accountId);
  return scope.run(async (_db, inner) => {
    const quotes = await findTypicalQuotes(inner, { themeId, asOf });
    const trends = await findWeeklyMentions(inner, { asOf, weeks, themeId });
    const found =
      view === 'now'
        ? await findIssueAccounts(inner, { themeId, asOf, only: onPage, page: 1, pageSize })
        : await findIssueAccounts(inner, { themeId, asOf, page, pageSize });
    const accounts = found.map((account) => ({
      ...account,
      arrCents: figures.get(account.id)?.arrCents ?? null,
      lostShare: figures.get(account.id)?.lostShare ?? null,
    }));
    if (view === 'now') accounts.sort((a, b) => onPage.indexOf(a.id) - onPage.indexOf(b.id));
    return { quotes, trend: trends.get(themeId) ?? [], accounts };
  });
}
