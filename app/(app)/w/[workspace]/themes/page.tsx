import type { Metadata } from 'next';
import { z } from 'zod';
import { CoverageLine } from '@/components/themes/coverage-line';
import { FiguresNote } from '@/components/themes/figures-note';
import { NoThemes } from '@/components/themes/no-themes';
import { PeriodTabs } from '@/components/themes/period-tabs';
import { ThemeDiscoveryBar } from '@/components/themes/theme-discovery';
import { firstOrder, sortThemes, themeSorts } from '@/components/themes/theme-row';
import { ThemeTable } from '@/components/themes/theme-table';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { findFeedbackPeriod } from '@/lib/annotations/feedback-period';
import { FEWEST_SPANS, findThemeDiscovery } from '@/lib/annotations/find-theme-discovery';
import { findThemesOverview } from '@/lib/annotations/find-theme-figures';
import { can } from '@/lib/auth/permissions';
import { formatDate } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findNewestImpact } from '@/lib/impact/queries';
import { findThemeNames } from '@/lib/themes/find-theme';
import { lookForThemes } from './actions';
import { periodDays } from './query';

export const metadata: Metadata = { title: 'Themes' };

export default definePage({
  permission: 'workspace.read',
  query: z.object({
    days: periodDays,
    sort: z.enum(themeSorts).catch('mentions'),
    order: z.enum(['ascending', 'descending']).optional().catch(undefined),
  }),
  async render({ scope, role, workspace: { slug } }, { query: { days, sort, order = firstOrder(sort) } }) {
    const [discovery, period, names] = await Promise.all([
      findThemeDiscovery(scope),
      findFeedbackPeriod(scope, days),
      findThemeNames(scope),
    ]);
    const header = (
      <PageHeader
        title="Themes"
        description={
          period
            ? `What customers talk about, in their own words. As of ${formatDate(new Date(period.to))}, the day of the latest comment.`
            : 'What customers talk about, in their own words.'
        }
      />
    );
    if (!period || names.length === 0) {
      return (
        <div className="space-y-6">
          {header}
          <NoThemes workspaceSlug={slug} discovery={discovery} fewestSpans={FEWEST_SPANS} />
        </div>
      );
    }
    const [overview, impact] = await Promise.all([
      findThemesOverview(scope, period),
      findNewestImpact(scope),
    ]);
    const scoreOf = new Map(impact?.rows.map(({ themeId, details }) => [themeId, details.score]));
    const rows = overview.themes.map((theme) => ({ ...theme, score: scoreOf.get(theme.themeId) ?? null }));
    const hrefOf = (more: { days?: number; sort?: string; order?: string }) =>
      `/w/${slug}/themes?${new URLSearchParams({ days: String(days), sort, order, ...stringsOf(more) })}`;
    return (
      <div className="space-y-6">
        {header}
        <ThemeDiscoveryBar
          discovery={discovery}
          now={new Date()}
          lookForThemes={can(role, 'themes.edit') ? lookForThemes.bind(null, slug) : null}
        />
        <PeriodTabs days={days} hrefOf={(each) => hrefOf({ days: each })} />
        <CoverageLine
          workspaceSlug={slug}
          comments={overview.comments}
          untagged={overview.untagged}
          period={period}
        />
        {rows.length === 0 ? (
          <Card>No theme was mentioned in this period or the one before. Choose a longer one.</Card>
        ) : (
          <ThemeTable
            workspaceSlug={slug}
            rows={sortThemes(rows, sort, order)}
            period={period}
            sort={sort}
            order={order}
            hrefOf={(nextSort, nextOrder) => hrefOf({ sort: nextSort, order: nextOrder })}
          />
        )}
        <FiguresNote />
      </div>
    );
  },
});

function stringsOf(values: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
