import { cutPeriod } from '@/lib/annotations/buckets';
import { countSentiment } from '@/lib/annotations/count-sentiment';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findThemeAccounts } from '@/lib/annotations/find-theme-accounts';
import { findThemesOverview, type MentionFigures } from '@/lib/annotations/find-theme-figures';
import { findThemeSummary } from '@/lib/annotations/find-theme-summary';
import { findTypicalComments } from '@/lib/annotations/find-typical-comments';
import { type Period, toDay } from '@/lib/annotations/period';
import type { Taxonomy } from '@/lib/annotations/taxonomy';
import type { Scope } from '@/lib/db/scope';
import type { ShownScore } from '@/lib/impact/schema';
import { findRankedIssues, type RankedIssues } from '@/lib/issues/find-ranked-issues';
import { getSetting } from '@/lib/settings/queries';

const COMMENTS_SHOWN = 6;
const ACCOUNTS_SHOWN = 10;

interface Choice {
  period: Period;
  sentiment: 'negative' | 'neutral' | 'positive' | undefined;
  currency: string;
  taxonomy: Taxonomy;
}

const NOTHING: MentionFigures = {
  mentions: 0,
  problems: 0,
  mentionsBefore: 0,
  negative: 0,
  neutral: 0,
  positive: 0,
  share: null,
  change: null,
};

/** All that the screen of one theme shows. */
export async function loadTheme(scope: Scope, id: string, choice: Choice) {
  const { period } = choice;
  const { from, to } = period;
  const { unit, buckets } = cutPeriod(period);
  const [overview, counts, comments, accounts, summary, ranked] = await Promise.all([
    findThemesOverview(scope, period, choice.taxonomy),
    countSentiment(
      scope,
      { branch: id, ...(choice.taxonomy === 'first' ? { first: '1' } : {}), from, to },
      buckets,
    ),
    findTypicalComments(scope, id, { from, to, sentiment: choice.sentiment }, COMMENTS_SHOWN),
    findAccounts(scope, id, { from, to }, choice.currency),
    findThemeSummary(scope, id),
    findRankedIssues(scope, await getSetting(scope, 'rankingWeights')),
  ]);
  const impact = await describeImpact(scope, ranked, id);
  const own = overview.themes.find((theme) => theme.themeId === id);
  // A theme that was set aside is counted nowhere.
  const figures: MentionFigures = own?.branch ?? own ?? NOTHING;
  const about: FeedbackFilter = {
    ...(own?.branch ? { branch: id } : { theme: id }),
    ...(choice.taxonomy === 'first' ? { first: '1' } : {}),
  };
  const subThemes = overview.themes.filter(({ parentId }) => parentId === id);
  return {
    ...{ period, figures, about, subThemes, comments, accounts, summary, impact },
    score: findScore(ranked, id),
    trend: { unit, buckets, counts },
  };
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

/** What a theme, or a sub-theme, does to NPS, and the issue whose people are behind it; null where neither is known. */
function findScore(
  ranked: RankedIssues | null,
  themeId: string,
): { score: ShownScore; issueId: string; part: string | undefined } | null {
  for (const { issueId, themeId: whole, details } of ranked?.issues ?? []) {
    if (whole === themeId) return details.score && { score: details.score, issueId, part: undefined };
    const part = details.parts.find((each) => each.themeId === themeId);
    if (part) return { score: part.score, issueId, part: themeId };
  }
  return null;
}

async function describeImpact(scope: Scope, ranked: RankedIssues | null, themeId: string) {
  const issue = ranked?.issues.find((each) => each.themeId === themeId);
  if (!ranked || !issue) return null;
  const { issueId, title, rank, details } = issue;
  const { asOf } = ranked.run;
  const filter = { branch: themeId, problem: '1', to: toDay(asOf) } as const;
  const complaints = { filter, count: await countFeedback(scope, filter) };
  return { issueId, title, rank, details, of: ranked.issues.length, asOf, complaints };
}
