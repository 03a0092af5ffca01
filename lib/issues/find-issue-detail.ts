import type { Scope } from '@/lib/db/scope';
import type { ImpactRun } from '@/lib/impact/queries';
import { type ExposedRow, findExposedPage } from '@/lib/issues/find-exposed-page';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';
import { findTypicalQuotes, type TypicalQuote } from '@/lib/issues/find-typical-quotes';
import { findWeeklyMentions } from '@/lib/issues/find-weekly-mentions';

export interface IssueDetail {
  quotes: TypicalQuote[];
  /** Problem mentions a week, oldest first. */
  trend: number[];
  accounts: ExposedRow[];
}

/** The rows behind an issue's numbers, up to the day of its run. */
export async function findIssueDetail(
  scope: Scope,
  ranked: Pick<RankedIssue, 'themeId' | 'details'>,
  run: Pick<ImpactRun, 'asOf'>,
  { view, page, pageSize, weeks }: { view: 'now' | 'ever'; page: number; pageSize: number; weeks: number },
): Promise<IssueDetail> {
  const { themeId } = ranked;
  const { asOf } = run;
  return scope.run(async (_db, inner) => {
    const quotes = await findTypicalQuotes(inner, { themeId, asOf });
    const trends = await findWeeklyMentions(inner, { asOf, weeks, themeId });
    const accounts = await findExposedPage(inner, ranked, run, { view, page, pageSize });
    return { quotes, trend: trends.get(themeId) ?? [], accounts };
  });
}
