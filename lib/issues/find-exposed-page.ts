import type { Scope } from '@/lib/db/scope';
import type { ImpactRun } from '@/lib/impact/queries';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { findIssueAccounts, type IssueAccount } from '@/lib/issues/find-issue-accounts';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';

/** An account with a problem; figures are null where unknown or not exposed now. */
export type ExposedRow = IssueAccount & { arrCents: number | null; lostShare: number | null };

/**
 * One page of the accounts behind an issue's numbers: of those exposed now the largest first, of all that ever complained
 * the latest. As many as the ranking counts, within the filter that it was recomputed for.
 */
export async function findExposedPage(
  scope: Scope,
  { themeId, details }: Pick<RankedIssue, 'themeId' | 'details'>,
  { asOf }: Pick<ImpactRun, 'asOf'>,
  {
    view,
    page,
    pageSize,
    filter = {},
  }: { view: 'now' | 'ever'; page: number; pageSize: number; filter?: RecordFilter },
): Promise<ExposedRow[]> {
  const exposedNow = [...details.revenue.accounts].sort((a, b) => (b.arrCents ?? -1) - (a.arrCents ?? -1));
  const figures = new Map(exposedNow.map((account) => [account.accountId, account]));
  const onPage = exposedNow.slice((page - 1) * pageSize, page * pageSize).map(({ accountId }) => accountId);
  const found = await findIssueAccounts(scope, {
    ...{ themeId, asOf, filter, pageSize },
    ...(view === 'now' ? { only: onPage, page: 1 } : { page }),
  });
  const rows = found.map((account) => ({
    ...account,
    arrCents: figures.get(account.id)?.arrCents ?? null,
    lostShare: figures.get(account.id)?.lostShare ?? null,
  }));
  if (view === 'now') rows.sort((a, b) => onPage.indexOf(a.id) - onPage.indexOf(b.id));
  return rows;
}
