import type { Metadata } from 'next';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { addressOf, PeriodPicker } from '@/components/overview/period-picker';
import { periodInWords } from '@/components/overview/period-words';
import { CoverageLine } from '@/components/themes/coverage-line';
import { describeDecision } from '@/components/themes/decision-words';
import { FiguresNote } from '@/components/themes/figures-note';
import { NoThemes } from '@/components/themes/no-themes';
import { ReassignmentProgress } from '@/components/themes/reassignment-progress';
import { SetAsideThemes } from '@/components/themes/set-aside-themes';
import { TaxonomyPicker } from '@/components/themes/taxonomy-picker';
import { ThemeCoverage } from '@/components/themes/theme-coverage';
import { ThemeDiscoveryBar } from '@/components/themes/theme-discovery';
import { firstOrder, placeThemes, type ThemeSort, themeSorts } from '@/components/themes/theme-row';
import { ThemeTree } from '@/components/themes/theme-tree';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { cutPeriod } from '@/lib/annotations/buckets';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { findSetAsideThemes } from '@/lib/annotations/find-set-aside-themes';
import { findThemeCoverage } from '@/lib/annotations/find-theme-coverage';
import { FEWEST_SPANS, findThemeDiscovery } from '@/lib/annotations/find-theme-discovery';
import { findThemesOverview } from '@/lib/annotations/find-theme-figures';
import { parsePeriodChoice, resolvePeriod, toDay } from '@/lib/annotations/period';
import { taxonomies } from '@/lib/annotations/taxonomy';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { findNewestImpact } from '@/lib/impact/queries';
import type { ShownScore } from '@/lib/impact/schema';
import { addressSchema } from '@/lib/responses/address';
import { findOwnActs } from '@/lib/themes/find-decisions';
import { countOpenProposals } from '@/lib/themes/find-proposals';
import { findReassignment } from '@/lib/themes/find-reassignment';
import { findThemeNames } from '@/lib/themes/find-theme';
import {
  cancelAssigning,
  cancelDiscovery,
  lookForThemes,
  mark,
  merge,
  move,
  rename,
  restartAssigning,
  split,
  undo,
} from './actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Themes' };

/** Older edits are not what one means by the last: they are undone where all decisions are listed. */
const UNDO_HOURS = 24;
const MOST_UNDONE = 20;

export default definePage({
  permission: 'workspace.read',
  query: addressSchema.extend({
    sort: z.enum(themeSorts).catch('mentions'),
    order: z.enum(['ascending', 'descending']).optional().catch(undefined),
    taxonomy: z.enum(taxonomies).catch('today'),
  }),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query }) {
    const { sort, order = firstOrder(sort), taxonomy } = query;
    const mayEdit = can(role, 'themes.edit');
    const home = `/w/${slug}/themes`;
    const discoveryActions = mayEdit
      ? { look: lookForThemes.bind(null, slug), cancel: cancelDiscovery.bind(null, slug) }
      : null;
    const { choice, unreadable } = parsePeriodChoice({ ...query, plan: undefined, segment: undefined });
    if (unreadable.length > 0) {
      return (
        <div className="space-y-6">
          <PageHeader title="Themes" />
          <UnreadableFilters fields={unreadable} query={query} clearHref={home} />
        </div>
      );
    }
    const [discovery, recorded, names, proposals, run, setAside] = await Promise.all([
      findThemeDiscovery(scope),
      findRecordedDays(scope),
      findThemeNames(scope),
      countOpenProposals(scope),
      findReassignment(scope),
      findSetAsideThemes(scope),
    ]);
    // A taxonomy brought into an empty workspace is there at once, with nothing in it yet.
    const today = toDay(new Date());
    const days = recorded ?? (names.length > 0 ? { from: today, to: today } : null);
    const period = days && resolvePeriod(choice, days);
    const header = (
      <PageHeader
        title="Themes"
        description={
          period && recorded
            ? `What customers talk about, in their own words. ${periodInWords(period, recorded.to)}`
            : 'What customers talk about, in their own words.'
        }
        actions={
          <>
            {can(role, 'feedback.correct') && <ButtonLink href={`${home}/review`}>Review</ButtonLink>}
            <ButtonLink href={`${home}/decisions`}>Decisions</ButtonLink>
            {mayEdit && <ButtonLink href={`${home}/taxonomy`}>Import or export</ButtonLink>}
          </>
        }
      />
    );
    if (!period || (names.length === 0 && setAside.length === 0)) {
      return (
        <div className="space-y-6">
          {header}
          <NoThemes
            workspaceSlug={slug}
            discovery={discovery}
            fewestSpans={FEWEST_SPANS}
            actions={discoveryActions}
          />
        </div>
      );
    }
    const since = new Date(Date.now() - UNDO_HOURS * 3_600_000);
    const [overview, coverage, impact, acts] = await Promise.all([
      findThemesOverview(scope, period, taxonomy),
      findThemeCoverage(scope, period),
      findNewestImpact(scope),
      findOwnActs(scope, { since, most: MOST_UNDONE }),
    ]);
    const scoreOf = new Map(
      impact?.rows.flatMap(({ themeId, details: { score, parts } }): [string, ShownScore | null][] => [
        [themeId, score],
        ...parts.map((part): [string, ShownScore] => [part.themeId, part.score]),
      ]),
    );
    const rows = overview.themes.map((theme) => ({ ...theme, score: scoreOf.get(theme.themeId) ?? null }));
    const shown = { ...choice, ...(taxonomy === 'first' ? { taxonomy } : {}) };
    const hrefOf = (column: ThemeSort) => {
      const other = order === 'ascending' ? 'descending' : 'ascending';
      return addressOf(home, {
        ...shown,
        sort: column,
        order: column === sort ? other : firstOrder(column),
      });
    };
    const hrefs = Object.fromEntries(themeSorts.map((column) => [column, hrefOf(column)])) as Record<
      ThemeSort,
      string
    >;
    return (
      <div className="space-y-6">
        {header}
        <ThemeDiscoveryBar
          discovery={discovery}
          now={new Date()}
          fewestSpans={FEWEST_SPANS}
          proposals={{ count: proposals, href: `${home}/proposals` }}
          actions={discoveryActions}
        />
        {!recorded && (
          <NoThemes
            workspaceSlug={slug}
            discovery={discovery}
            fewestSpans={FEWEST_SPANS}
            actions={discoveryActions}
            hasThemes
          />
        )}
        <ReassignmentProgress
          // Where nobody said anything yet there is nothing to assign.
          run={recorded ? run : null}
          actions={
            mayEdit
              ? { cancel: cancelAssigning.bind(null, slug), restart: restartAssigning.bind(null, slug) }
              : null
          }
        />
        <div className="space-y-3">
          <PeriodPicker
            action={home}
            period={period}
            choice={choice}
            carried={{ sort: query.sort, order: query.order, ...(taxonomy === 'first' ? { taxonomy } : {}) }}
          />
          <TaxonomyPicker
            taxonomy={taxonomy}
            hrefOf={(each) =>
              addressOf(home, { ...choice, sort, order, ...(each === 'first' ? { taxonomy: each } : {}) })
            }
          />
        </div>
        <CoverageLine
          workspaceSlug={slug}
          comments={overview.comments}
          untagged={overview.untagged}
          period={period}
          taxonomy={taxonomy}
        />
        {rows.length === 0 ? (
          <Card>No theme was mentioned in this period or the one before. Choose a longer one.</Card>
        ) : (
          <ThemeTree
            rows={placeThemes(rows, sort, order)}
            figures={{ workspaceSlug: slug, period, unit: cutPeriod(period).unit, taxonomy, carried: shown }}
            head={{ sort, order, hrefs }}
            acts={acts.map((act) => ({ batchId: act.batchId, words: describeDecision(act) }))}
            actions={
              mayEdit && taxonomy === 'today'
                ? {
                    rename: rename.bind(null, slug),
                    merge: merge.bind(null, slug),
                    move: move.bind(null, slug),
                    split: split.bind(null, slug),
                    mark: mark.bind(null, slug),
                    undo: undo.bind(null, slug),
                  }
                : null
            }
          />
        )}
        <SetAsideThemes
          workspaceSlug={slug}
          themes={setAside}
          mark={mayEdit ? mark.bind(null, slug) : null}
        />
        <ThemeCoverage workspaceSlug={slug} coverage={coverage} period={period} />
        <FiguresNote />
      </div>
    );
  },
});
