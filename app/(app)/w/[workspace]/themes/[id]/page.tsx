import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { StackedBars } from '@/components/charts/stacked-bars';
import { FiguresNote } from '@/components/themes/figures-note';
import { MergedParts } from '@/components/themes/merged-parts';
import { PeriodTabs } from '@/components/themes/period-tabs';
import { ThemeAccounts } from '@/components/themes/theme-accounts';
import { ThemeActions } from '@/components/themes/theme-actions';
import { ThemeImpact } from '@/components/themes/theme-impact';
import { ThemeStats } from '@/components/themes/theme-stats';
import { ThemeSummary } from '@/components/themes/theme-summary';
import { TypicalComments } from '@/components/themes/typical-comments';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { can } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import { formatDate } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findTheme, findThemeNames } from '@/lib/themes/find-theme';
import { findMembers } from '@/lib/workspaces/queries';
import { merge, rename, summarise, undo } from '../actions';
import { periodDays } from '../query';
import { loadTheme } from './load-theme';

export const metadata: Metadata = { title: 'Theme' };

const PARTS = [
  { label: 'Negative', tone: 'negative' },
  { label: 'Neutral', tone: 'neutral' },
  { label: 'Positive', tone: 'positive' },
] as const;

export default definePage({
  permission: 'workspace.read',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    days: periodDays,
    sentiment: z.enum(['negative', 'neutral', 'positive']).optional().catch(undefined),
  }),
  async render({ scope, role, workspace }, { params: { id }, query: { days, sentiment } }) {
    const home = `/w/${workspace.slug}`;
    const theme = await findTheme(scope, id);
    if (!theme) throw notFound('theme');
    if (theme.mergedIntoId) redirect(`${home}/themes/${theme.mergedIntoId}`);
    const mayEdit = can(role, 'themes.edit');
    const [loaded, names, members] = await Promise.all([
      loadTheme(scope, theme, { days, sentiment, currency: workspace.currency }),
      findThemeNames(scope),
      findMembers(scope),
    ]);
    const hrefOf = (more: Record<string, string | undefined>) => {
      const query = { days: String(days), sentiment, ...more };
      return `${home}/themes/${id}?${new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
    };
    const nameOf = new Map(members.map((member) => [member.id, member.name]));
    return (
      <div className="space-y-8">
        <PageHeader
          title={theme.name}
          breadcrumb={[{ label: 'Themes', href: `${home}/themes` }]}
          description={`${theme.firstName && theme.firstName !== theme.name ? `Found as “${theme.firstName}”. ` : ''}${theme.keywords.length > 0 ? `Typical words: ${theme.keywords.join(', ')}.` : ''}`}
          actions={
            mayEdit && (
              <ThemeActions
                theme={{ id, name: theme.name }}
                others={names.filter((other) => other.id !== id)}
                rename={rename.bind(null, workspace.slug)}
                merge={merge.bind(null, workspace.slug)}
              />
            )
          }
        />
        {loaded && (
          <>
            <div className="space-y-4">
              <PeriodTabs days={days} hrefOf={(each) => hrefOf({ days: String(each) })} />
              <p className="text-sm text-ink-mute">
                {formatDate(new Date(loaded.period.from))} to {formatDate(new Date(loaded.period.to))}, the
                day of the latest comment
              </p>
              <ThemeStats
                workspaceSlug={workspace.slug}
                figures={loaded.figures}
                period={loaded.period}
                score={loaded.impact?.details.score ?? null}
              />
            </div>
            <ThemeSummary
              workspaceSlug={workspace.slug}
              themeId={id}
              summary={loaded.summary}
              summarise={mayEdit ? summarise.bind(null, workspace.slug) : null}
            />
            <Card>
              <StackedBars
                title="Comments by week"
                description="How the comments on it feel; weeks begin on Monday."
                parts={[...PARTS]}
                barHeader="Week of"
                as="count"
                bars={loaded.trend.map(({ from, to, negative, neutral, positive }) => ({
                  label: formatDate(new Date(from)),
                  counts: [negative, neutral, positive],
                  href: feedbackHref(workspace.slug, { theme: id, from, to }),
                }))}
              />
            </Card>
            <TypicalComments
              workspaceSlug={workspace.slug}
              comments={loaded.comments}
              counts={loaded.figures}
              sentiment={sentiment}
              hrefOf={(each) => hrefOf({ sentiment: each })}
              allHref={feedbackHref(workspace.slug, {
                theme: id,
                sentiment,
                from: loaded.period.from,
                to: loaded.period.to,
              })}
            />
            <ThemeAccounts
              workspaceSlug={workspace.slug}
              themeId={id}
              period={loaded.period}
              currency={workspace.currency}
              {...loaded.accounts}
            />
            {loaded.impact && (
              <ThemeImpact
                details={loaded.impact.details}
                asOf={loaded.impact.asOf}
                issue={{ ...loaded.impact, href: `${home}/issues/${loaded.impact.issueId}` }}
                complaints={{
                  count: loaded.impact.complaints.count,
                  href: feedbackHref(workspace.slug, loaded.impact.complaints.filter),
                }}
              />
            )}
          </>
        )}
        {theme.parts.length > 0 && (
          <MergedParts
            parts={theme.parts.map((part) => ({
              ...part,
              decidedBy: nameOf.get(part.decidedById) ?? 'a former member',
            }))}
            undo={mayEdit ? undo.bind(null, workspace.slug) : null}
          />
        )}
        <FiguresNote />
      </div>
    );
  },
});
