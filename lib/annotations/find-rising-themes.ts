import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { type Days, startOf } from '@/lib/annotations/period';
import type { Taxonomy } from '@/lib/annotations/taxonomy';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { computePoissonRateRatio } from '@/lib/stats/poisson-rate-ratio';
import { firstPlaces, themePlaces } from '@/lib/themes/theme-places';

/** A theme of which more problems are told than before. */
export interface RisingTheme {
  themeId: string;
  name: string;
  /** Statements with a problem mention of the theme, in the period and in the days before. */
  statements: number;
  statementsBefore: number;
  /** Times as often among all statements as before; null where it was not mentioned before. */
  rateRatio: number | null;
  /** 95 % interval of the ratio; a null `high` is unbounded. */
  interval: { low: number; high: number | null };
  /** Over all themes mentioned in either stretch. */
  qValue: number;
}

export interface ThemeCounts {
  themeId: string;
  name: string;
  statements: number;
  statementsBefore: number;
}

/**
 * Themes whose problem mentions rose from one stretch of days to the next, the largest rise first. A theme's counts are
 * those of the filter's rows with `branch`, `problem` and the days added, and `first` where themes count as first assigned.
 */
export async function findRisingThemes(
  scope: Scope,
  filter: Omit<FeedbackFilter, 'from' | 'to' | 'theme' | 'problem'>,
  { now, before, taxonomy = 'today' }: { now: Days; before: Days; taxonomy?: Taxonomy },
): Promise<RisingTheme[]> {
  const span = { ...filter, from: before.from, to: now.to };
  const [totals, counts] = await scope.run(async (db) => [
    await db.$queryRaw<{ statements: number; statementsBefore: number }[]>`
      SELECT count(*) FILTER (WHERE f.occurred_at >= ${startOf(now.from)})::int AS statements,
        count(*) FILTER (WHERE f.occurred_at < ${startOf(now.from)})::int AS "statementsBefore"
      FROM feedback f WHERE ${feedbackWhere(scope.workspaceId, span)} AND f.annotated_at IS NOT NULL`,
    await db.$queryRaw<ThemeCounts[]>`
      SELECT k.id AS "themeId", k.name,
        count(DISTINCT f.id) FILTER (WHERE f.occurred_at >= ${startOf(now.from)})::int AS statements,
        count(DISTINCT f.id) FILTER (WHERE f.occurred_at < ${startOf(now.from)})::int AS "statementsBefore"
      FROM feedback f ${taxonomy === 'first' ? firstMentions(scope.workspaceId) : mentions(scope.workspaceId)}
        JOIN themes k ON k.workspace_id = a.workspace_id AND k.id = place.branch_id
      WHERE ${feedbackWhere(scope.workspaceId, span)} AND ${taxonomy === 'first' ? Prisma.sql`a.is_problem` : mentionIsProblem}
      GROUP BY k.id, k.name`,
  ]);
  return rankRises(counts, totals[0] ?? { statements: 0, statementsBefore: 0 });
}

const mentions = (workspaceId: string) => Prisma.sql`
  JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
  JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id AND s.feedback_id = a.feedback_id
  JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id`;

const firstMentions = (workspaceId: string) => Prisma.sql`
  JOIN theme_first_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
  JOIN ${firstPlaces(workspaceId)} place ON place.theme_id = a.theme_id`;

/** The rises among counts, given how many statements there were in all; the largest difference first, then by name. */
export function rankRises(
  counts: readonly ThemeCounts[],
  totals: { statements: number; statementsBefore: number },
): RisingTheme[] {
  const tested = counts.flatMap((theme) => {
    // The ratio function divides what was before by what came after; here the present stands on top.
    const ratio = computePoissonRateRatio({
      countBefore: theme.statements,
      exposureBefore: totals.statements,
      countAfter: theme.statementsBefore,
      exposureAfter: totals.statementsBefore,
    });
    return ratio ? [{ theme, ratio }] : [];
  });
  const qValues = adjustBenjaminiHochberg(tested.map(({ ratio }) => ratio.pValue));
  return tested
    .map(({ theme, ratio }, index) => ({
      ...theme,
      rateRatio: ratio.rateRatioBeforeOverAfter,
      interval: ratio.interval,
      qValue: qValues[index] ?? 1,
    }))
    .filter(({ statements, statementsBefore }) => statements > statementsBefore)
    .sort(
      (one, other) =>
        other.statements - other.statementsBefore - (one.statements - one.statementsBefore) ||
        one.name.localeCompare(other.name, 'en'),
    );
}
