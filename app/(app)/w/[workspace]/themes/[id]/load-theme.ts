import { cutPeriod } from '@/lib/annotations/buckets';
import { countSentiment } from '@/lib/annotations/count-sentiment';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findThemeAccounts } from '@/lib/annotations/find-theme-accounts';
import { findThemesOverview, type ThemeFigures } from '@/lib/annotations/find-theme-figures';
import { findThemeSummary } from '@/lib/annotations/find-theme-summary';
import { findTypicalComments } from '@/lib/annotations/find-typical-comments';
import { type Period, toDay } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';
import { findRankedIssues } from '@/lib/issues/find-ranked-issues';
import { getSetting } from '@/lib/settings/queries';

const COMMENTS_SHOWN = 6;
const ACCOUNTS_SHOWN = 10;

interface Choice {
  period: Period;
  sentiment: 'negative' | 'neutral' | 'positive' | undefined;
  currency: string;
}

/** All that the screen of one theme shows. */
export async function loadTheme(scope: Scope, { id, name }: { id: string; name: string }, choice: Choice) {
  const { period } = choice;
  const { from, to } = period;
  const { unit, buckets } = cutPeriod(period);
  const [overview, counts, comments, accounts, summary, impact] = await Promise.all([
    findThemesOverview(scope, period),
    countSentiment(scope, { theme: id, from, to }, buckets),
    findTypicalComments(scope, id, { from, to, sentiment: choice.sentiment }, COMMENTS_SHOWN),
    findAccounts(scope, id, { from, to }, choice.currency),
    findThemeSummary(scope, id),
    findImpact(scope, id),
  ]);
  const figures: ThemeFigures = overview.themes.find((theme) => theme.themeId === id) ?? {
    themeId: id,
    name,
    mentions: 0,
    problems: 0,
    mentionsBefore: 0,
    negative: 0,
    neutral: 0,
    positive: 0,
    share: overview.comments === 0 ? null : 0,
    change: null,
  };
  return { period, figures, trend: { unit, buckets, counts }, comments, accounts, summary, impact };
}

async function findAccounts(
  scope: Scope,
  themeId: string,
  days: { from: string; to: string },
  currency: string,
) {
  const rates = await getSetting(scope, 'currencyRates');
  return findThemeAccounts(scope, themeId, days, { currency, rates, limit: ACCOUNTS_SHOWN });
}

async function findImpact(scope: Scope, themeId: string) {
  const ranked = await findRankedIssues(scope, await getSetting(scope, 'rankingWeights'));
  const issue = ranked?.issues.find((each) => each.themeId === themeId);
  if (!ranked || !issue) return null;
  const { issueId, title, rank, details } = issue;
  const { asOf } = ranked.run;
  const filter = { theme: themeId, problem: '1', to: toDay(asOf) } as const;
  const complaints = { filter, count: await countFeedback(scope, filter) };
  return { issueId, title, rank, details, of: ranked.issues.length, asOf, complaints };
}
