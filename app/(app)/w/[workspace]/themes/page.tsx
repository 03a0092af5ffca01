import type { Metadata } from 'next';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { addressOf, PeriodPicker } from '@/components/overview/period-picker';
import { periodInWords } from '@/components/overview/period-words';
import { CoverageLine } from '@/components/themes/coverage-line';
import { FiguresNote } from '@/components/themes/figures-note';
import { NoThemes } from '@/components/themes/no-themes';
import { ThemeCoverage } from '@/components/themes/theme-coverage';
import { ThemeDiscoveryBar } from '@/components/themes/theme-discovery';
import { firstOrder, sortThemes, themeSorts } from '@/components/themes/theme-row';
import { ThemeTable } from '@/components/themes/theme-table';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { cutPeriod } from '@/lib/annotations/buckets';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { findThemeCoverage } from '@/lib/annotations/find-theme-coverage';
import { FEWEST_SPANS, findThemeDiscovery } from '@/lib/annotations/find-theme-discovery';
import { findThemesOverview } from '@/lib/annotations/find-theme-figures';
import { parsePeriodChoice, resolvePeriod } from '@/lib/annotations/period';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { findNewestImpact } from '@/lib/impact/queries';
import { addressSchema } from '@/lib/responses/address';
import { findThemeNames } from '@/lib/themes/find-theme';
import { lookForThemes } from './actions';

export const metadata: Metadata = { title: 'Themes' };

export default definePage({
  permission: 'workspace.read',
  query: addressSchema.extend({
    sort: z.enum(themeSorts).catch('mentions'),
    order: z.enum(['ascending', 'descending']).optional().catch(undefined),
  }),
  async render({ scope, role, workspace: { slug } }, { query }) {
    const { sort, order = firstOrder(sort) } = query;
    const home = `/w/${slug}/themes`;
    const { choice, unreadable } = parsePeriodChoice({ ...query, plan: undefined, segment: undefined });
    if (unreadable.length > 0) {
      return (
        <div className="space-y-6">
          <PageHeader title="Themes" />
          <UnreadableFilters fields={unreadable} query={query} clearHref={home} />
        </div>
      );
    }
    const [discovery, recorded, names] = await Promise.all([
      findThemeDiscovery(scope),
      findRecordedDays(scope),
      findThemeNames(scope),
    ]);
    const period = recorded && resolvePeriod(choice, recorded);
    const header = (
      <PageHeader
        title="Themes"
        description={
          period
            ? `What customers talk about, in their own words. ${periodInWords(period, recorded.to)}`
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
    return (
      <div className="space-y-6">
        {header}
        <ThemeDiscoveryBar
          discovery={discovery}
          now={new Date()}
          lookForThemes={can(role, 'themes.edit') ? lookForThemes.bind(null, slug) : null}
        />
        <PeriodPicker action={home} period={period} choice={choice} carried={{ sort, order }} />
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
            unit={cutPeriod(period).unit}
            sort={sort}
            order={order}
            hrefOf={(nextSort, nextOrder) => addressOf(home, { ...choice, sort: nextSort, order: nextOrder })}
          />
        )}
        <ThemeCoverage
          workspaceSlug={slug}
          coverage={await findThemeCoverage(scope, period)}
          period={period}
        />
        <FiguresNote />
      </div>
    );
  },
});
