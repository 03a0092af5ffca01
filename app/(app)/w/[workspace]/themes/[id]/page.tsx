import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { OpenAlerts } from '@/components/alerts/open-alerts';
import { ThemeAlertLevel } from '@/components/alerts/theme-alert-level';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { scorePeopleHref } from '@/components/issues/score-people-href';
import { VolumeChart } from '@/components/overview/overview-charts';
import { addressOf, PeriodPicker } from '@/components/overview/period-picker';
import { periodInWords } from '@/components/overview/period-words';
import { DecisionList } from '@/components/themes/decision-list';
import { describeDecision } from '@/components/themes/decision-words';
import { FiguresNote } from '@/components/themes/figures-note';
import { MergedParts } from '@/components/themes/merged-parts';
import { ReassignmentProgress } from '@/components/themes/reassignment-progress';
import { SteeringForm } from '@/components/themes/steering-form';
import { SubThemes } from '@/components/themes/sub-themes';
import { TaxonomyPicker } from '@/components/themes/taxonomy-picker';
import { ThemeAccounts } from '@/components/themes/theme-accounts';
import { ThemeActions } from '@/components/themes/theme-actions';
import { themeHref } from '@/components/themes/theme-href';
import { ThemeImpact } from '@/components/themes/theme-impact';
import { ThemeStats } from '@/components/themes/theme-stats';
import { ThemeSummary } from '@/components/themes/theme-summary';
import { TypicalComments } from '@/components/themes/typical-comments';
import { FormMessage } from '@/components/ui/form-message';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { countAlerts, findAlertPage } from '@/lib/alerts/find-alerts';
import { findAlertLevels } from '@/lib/alerts/theme-level';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { parsePeriodChoice, resolvePeriod } from '@/lib/annotations/period';
import { taxonomies } from '@/lib/annotations/taxonomy';
import { can } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import { definePage } from '@/lib/http/define-page';
import { addressSchema } from '@/lib/responses/address';
import { findDecisions } from '@/lib/themes/find-decisions';
import { findReassignment } from '@/lib/themes/find-reassignment';
import { findTheme, findThemeNames } from '@/lib/themes/find-theme';
import { findMembers } from '@/lib/workspaces/queries';
import {
  cancelAssigning,
  mark,
  merge,
  move,
  rename,
  restartAssigning,
  saveAlerts,
  split,
  steer,
  summarise,
  undo,
} from '../actions';
import { loadTheme } from './load-theme';
import PageShape from './skeleton';

const DECISIONS_SHOWN = 20;

export const metadata: Metadata = { title: 'Theme' };

const ALERTS_SHOWN = 3;

export default definePage({
  permission: 'workspace.read',
  params: z.object({ id: z.uuid() }),
  query: addressSchema.extend({
    sentiment: z.enum(['negative', 'neutral', 'positive']).optional().catch(undefined),
    taxonomy: z.enum(taxonomies).catch('today'),
  }),
  find: async ({ scope, workspace: { slug } }, { params: { id } }) => {
    const theme = await findTheme(scope, id);
    if (!theme) throw notFound('theme');
    if (theme.mergedIntoId) redirect(`/w/${slug}/themes/${theme.mergedIntoId}`);
    return theme;
  },
  loading: <PageShape />,
  async render({ scope, role, workspace }, { params: { id }, query }, theme) {
    const { sentiment, taxonomy } = query;
    const home = `/w/${workspace.slug}`;
    const mayEdit = can(role, 'themes.edit');
    const action = `${home}/themes/${id}`;
    const parent = theme.parentId && (await findTheme(scope, theme.parentId));
    const { choice, unreadable } = parsePeriodChoice({ ...query, plan: undefined, segment: undefined });
    const carried = { ...choice, ...(taxonomy === 'first' ? { taxonomy } : {}) };
    const breadcrumb = [{ label: 'Themes', href: `${home}/themes` }];
    if (parent) breadcrumb.push({ label: parent.name, href: themeHref(workspace.slug, parent.id, carried) });
    if (unreadable.length > 0) {
      return (
        <div className="space-y-8">
          <PageHeader title={theme.name} breadcrumb={breadcrumb} />
          <UnreadableFilters fields={unreadable} query={query} clearHref={action} />
        </div>
      );
    }
    const recorded = await findRecordedDays(scope);
    const period = recorded && resolvePeriod(choice, recorded);
    const open = { theme: id, state: 'open' } as const;
    const [loaded, names, members, run, { batches }, alerts, openAlerts, levels] = await Promise.all([
      period && loadTheme(scope, id, { period, sentiment, taxonomy, currency: workspace.currency }),
      findThemeNames(scope),
      findMembers(scope),
      findReassignment(scope),
      findDecisions(scope, { themeId: id, page: 1, size: DECISIONS_SHOWN }),
      findAlertPage(scope, open, null, ALERTS_SHOWN),
      countAlerts(scope, open),
      findAlertLevels(scope),
    ]);
    const nameOf = new Map(members.map((member) => [member.id, member.name]));
    return (
      <div className="space-y-8">
        <PageHeader
          title={theme.name}
          breadcrumb={breadcrumb}
          description={`${theme.firstName && theme.firstName !== theme.name ? `Found as “${theme.firstName}”. ` : ''}${theme.keywords.length > 0 ? `Typical words: ${theme.keywords.join(', ')}.` : ''}`}
          actions={
            mayEdit && (
              <ThemeActions
                workspaceSlug={workspace.slug}
                theme={theme}
                themes={theme.isExcluded ? [...names, theme] : names}
                actions={{
                  rename: rename.bind(null, workspace.slug),
                  merge: merge.bind(null, workspace.slug),
                  move: move.bind(null, workspace.slug),
                  split: split.bind(null, workspace.slug),
                  mark: mark.bind(null, workspace.slug),
                  undo: undo.bind(null, workspace.slug),
                }}
              />
            )
          }
        />
        {theme.isExcluded && (
          <FormMessage tone="warning" title="Set aside">
            Comments on it are neither counted nor ranked until it is used again.
          </FormMessage>
        )}
        <ReassignmentProgress
          run={run}
          actions={
            mayEdit
              ? {
                  cancel: cancelAssigning.bind(null, workspace.slug),
                  restart: restartAssigning.bind(null, workspace.slug),
                }
              : null
          }
        />
        <OpenAlerts workspaceSlug={workspace.slug} alerts={alerts.rows} total={openAlerts} themeId={id} />
        {loaded && recorded && (
          <>
            <div className="space-y-4">
              <PeriodPicker
                action={action}
                period={loaded.period}
                choice={choice}
                carried={{ sentiment, ...(taxonomy === 'first' ? { taxonomy } : {}) }}
              />
              <TaxonomyPicker
                taxonomy={taxonomy}
                hrefOf={(each) =>
                  addressOf(action, { ...choice, ...(each === 'first' ? { taxonomy: each } : {}) })
                }
              />
              <p className="text-sm text-ink-mute">{periodInWords(loaded.period, recorded.to)}</p>
              <ThemeStats
                workspaceSlug={workspace.slug}
                about={loaded.about}
                figures={loaded.figures}
                period={loaded.period}
                score={loaded.score?.score ?? null}
                scoreHref={
                  loaded.score
                    ? scorePeopleHref(`${home}/issues/${loaded.score.issueId}`, {
                        part: loaded.score.part,
                        complaining: true,
                      })
                    : action
                }
                isPart={Boolean(parent)}
              />
            </div>
            <ThemeSummary
              workspaceSlug={workspace.slug}
              themeId={id}
              summary={loaded.summary}
              summarise={mayEdit ? summarise.bind(null, workspace.slug) : null}
            />
            <VolumeChart
              workspaceSlug={workspace.slug}
              title="Comments by sentiment"
              filter={loaded.about}
              {...loaded.trend}
            />
            <SubThemes
              workspaceSlug={workspace.slug}
              subThemes={loaded.subThemes}
              period={loaded.period}
              taxonomy={taxonomy}
              carried={carried}
            />
            {taxonomy === 'today' && (
              <>
                <TypicalComments
                  workspaceSlug={workspace.slug}
                  comments={loaded.comments}
                  counts={loaded.figures}
                  sentiment={sentiment}
                  hrefOf={(each) => addressOf(action, { ...choice, sentiment: each })}
                  allHref={feedbackHref(workspace.slug, {
                    ...loaded.about,
                    sentiment,
                    from: loaded.period.from,
                    to: loaded.period.to,
                  })}
                />
                <ThemeAccounts
                  workspaceSlug={workspace.slug}
                  about={loaded.about}
                  period={loaded.period}
                  currency={workspace.currency}
                  {...loaded.accounts}
                />
              </>
            )}
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
        <SteeringForm
          key={theme.definition + theme.includeTerms + theme.excludeTerms + theme.examples}
          theme={theme}
          steer={mayEdit && !theme.isLocked ? steer.bind(null, workspace.slug) : null}
        />
        {!parent && (
          <ThemeAlertLevel
            themeId={id}
            level={levels.get(id) ?? 'usual'}
            save={can(role, 'alerts.edit') ? saveAlerts.bind(null, workspace.slug) : null}
          />
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
        {batches.length > 0 && (
          <Section title="What was decided about it">
            <DecisionList
              lines={batches.map((batch) => ({
                batchId: batch.batchId,
                words: describeDecision(batch),
                decidedAt: batch.decidedAt,
                decidedBy: nameOf.get(batch.decidedById) ?? 'a former member',
                isUndone: batch.isUndone,
              }))}
              undo={mayEdit ? undo.bind(null, workspace.slug) : null}
            />
          </Section>
        )}
        <FiguresNote />
      </div>
    );
  },
});
