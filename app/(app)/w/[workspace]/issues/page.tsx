import type { Metadata } from 'next';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { lookedAtHref } from '@/components/issues/churn-lists';
import { IssueExplorer } from '@/components/issues/issue-explorer';
import { NoRanking } from '@/components/issues/no-ranking';
import { PortfolioAtRisk } from '@/components/issues/portfolio-at-risk';
import {
  describeAsOf,
  describeLeaving,
  describeLeftOut,
  describePortfolio,
  PORTFOLIO_NOTE,
} from '@/components/issues/run-words';
import { toIssueRow } from '@/components/issues/to-issue-row';
import { PipelineProgress } from '@/components/pipeline/pipeline-progress';
import { ButtonLink } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { InfoTip } from '@/components/ui/info-tip';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { findCustomChoices } from '@/lib/accounts/custom-fields';
import { findFilterChoices } from '@/lib/annotations/find-filter-choices';
import { findPipelineState } from '@/lib/annotations/find-pipeline-state';
import { can } from '@/lib/auth/permissions';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import { findOpenTrackers } from '@/lib/exports/trackers/open-tracker';
import { definePage } from '@/lib/http/define-page';
import { countPortfolios } from '@/lib/impact/portfolio-at-risk';
import { isNewestImpactOutdated } from '@/lib/impact/queries';
import { isEmptyFilter } from '@/lib/impact/record-filter';
import { findFilteredIssues, findRankedIssues } from '@/lib/issues/find-ranked-issues';
import { findUnrankedIssues } from '@/lib/issues/find-unranked-issues';
import { findWeeklyMentions } from '@/lib/issues/find-weekly-mentions';
import { issueListSchema, toListState } from '@/lib/issues/list-query';
import { findSavedViews } from '@/lib/issues/saved-views';
import { addressSchema, readAddress } from '@/lib/responses/address';
import { getSetting } from '@/lib/settings/queries';
import { countOpenProposals } from '@/lib/themes/find-proposals';
import { findMembers } from '@/lib/workspaces/queries';
import { changeIssues, dropView, keepView, rankAgain, saveWeights } from './actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Issues' };

export default definePage({
  permission: 'workspace.read',
  query: addressSchema,
  loading: <PageShape />,
  async render({ scope, role, memberId, workspace: { slug } }, { query }) {
    const home = `/w/${slug}`;
    const listHref = `${home}/issues`;
    const { fields, unreadable } = readAddress(issueListSchema, query);
    if (!fields) {
      return (
        <>
          <PageHeader title="Issues" description="What to fix first, and why." />
          <UnreadableFilters fields={unreadable} query={query} clearHref={listHref} />
        </>
      );
    }
    const { weights, status, owner, filter } = toListState(fields);
    const isFiltered = !isEmptyFilter(filter);
    const saved = await getSetting(scope, 'rankingWeights');
    const [list, pipeline, choices, customFields] = await Promise.all([
      isFiltered ? findFilteredIssues(scope, saved, filter) : findRankedIssues(scope, saved),
      findPipelineState(scope),
      findFilterChoices(scope),
      findCustomChoices(scope),
    ]);
    const mayEdit = can(role, 'issues.edit');
    const actions = (
      <>
        <ButtonLink href={`${home}/issues/achieved`}>What fixes achieved</ButtonLink>
        {mayEdit && <ButtonLink href={`${home}/issues/new`}>New issue</ButtonLink>}
      </>
    );
    if (!list || (list.issues.length === 0 && !isFiltered)) {
      const isOutdated = await isNewestImpactOutdated(scope);
      return (
        <>
          <PageHeader title="Issues" description="What to fix first, and why." actions={actions} />
          <NoRanking
            state={pipeline}
            themes={choices.themes.length}
            importsHref={`${home}/imports`}
            isOutdated={isOutdated}
            rankAgain={mayEdit ? rankAgain.bind(null, slug) : null}
          />
        </>
      );
    }
    const { run, issues } = list;
    const { totals } = run;
    const portfolio = describePortfolio(totals, countPortfolios(run.rows.map(({ details }) => details)));
    const leaving = describeLeaving(totals);
    const leftOut = describeLeftOut(totals, run.parameters, isFiltered);
    const [trends, unranked, members, views, openTrackers, newThemes] = await Promise.all([
      findWeeklyMentions(scope, { asOf: run.asOf, filter }),
      // What is not ranked has no accounts that a filter could pick.
      isFiltered
        ? []
        : findUnrankedIssues(
            scope,
            issues.map(({ issueId }) => issueId),
          ),
      findMembers(scope),
      findSavedViews(scope),
      findOpenTrackers(scope),
      countOpenProposals(scope, 'new_theme'),
    ]);
    return (
      <>
        <PageHeader
          title="Issues"
          actions={
            <>
              <ButtonLink href={`${home}/issues/report`}>Report</ButtonLink>
              {actions}
            </>
          }
          description={
            <div className="text-base">
              {portfolio && !isFiltered ? (
                <PortfolioAtRisk words={portfolio.first} workspaceSlug={slug} />
              ) : (
                'What to fix first, and why.'
              )}{' '}
              As of {formatDate(run.asOf)}.{' '}
              <InfoTip label="How these numbers are made" isWide>
                <div className="space-y-2">
                  <p>{describeAsOf(run.asOf, filter)}</p>
                  {portfolio && !isFiltered && (
                    <p>
                      {portfolio.all && <PortfolioAtRisk words={portfolio.all} workspaceSlug={slug} />}{' '}
                      {PORTFOLIO_NOTE}
                    </p>
                  )}
                  {leaving && !isFiltered && (
                    <p>
                      Compared are months of accounts:{' '}
                      <TextLink href={lookedAtHref(home, { left: true })}>{leaving.left}</TextLink> of{' '}
                      <TextLink href={lookedAtHref(home)}>{leaving.of}</TextLink> {leaving.rest}
                    </p>
                  )}
                </div>
              </InfoTip>
            </div>
          }
        />
        <PipelineProgress state={pipeline} />
        {leftOut && (
          <FormMessage tone="neutral" title={leftOut.title}>
            {leftOut.text}
          </FormMessage>
        )}
        {newThemes > 0 && (
          <FormMessage tone="neutral" title={`${formatCount(newThemes, 'new theme')} proposed`}>
            What they are about has no theme yet, so it is not ranked.{' '}
            <TextLink href={`${home}/themes/proposals`}>Look at what was found</TextLink>
          </FormMessage>
        )}
        {totals.accountsWithoutRate > 0 && (
          <FormMessage
            tone="warning"
            title={`${formatCount(totals.accountsWithoutRate, 'account')} without a rate`}
          >
            <TextLink href={accountsHref(slug, { unrated: '1' })}>
              {totals.accountsWithoutRate === 1
                ? 'One customer pays'
                : `${formatNumber(totals.accountsWithoutRate)} customers pay`}
            </TextLink>{' '}
            in a currency that has no rate to {totals.currency}, so what they pay counts as unknown.{' '}
            <TextLink href={`${home}/settings#currency-rates`}>Set its rate</TextLink>
          </FormMessage>
        )}
        {isFiltered && (
          <FormMessage tone="neutral" title="Recomputed for these filters: exploratory">
            Ranks, churn and revenue are those of{' '}
            <TextLink
              href={accountsHref(slug, { plan: filter.plan, segment: filter.segment, field: filter.field })}
            >
              {formatCount(totals.accounts, 'account')}
            </TextLink>{' '}
            in the filter. Who looks at many filters finds some link by chance, so take what only shows here
            for a question, not an answer. The page of an issue is of all.
          </FormMessage>
        )}
        <IssueExplorer
          // Another filter is another list: what was moved by hand in the one before is in its address.
          key={JSON.stringify(filter)}
          plans={choices.plans}
          fields={customFields}
          segments={choices.segments}
          sources={choices.sources}
          rows={issues.map((issue) =>
            toIssueRow(issue, { slug, asOf: run.asOf, trend: trends.get(issue.themeId), filter }),
          )}
          known={{ hasChurn: totals.hasChurn, hasArr: totals.accountsWithArr > 0 }}
          currency={totals.currency}
          asOf={formatDate(run.asOf)}
          unranked={unranked}
          today={new Date().toISOString().slice(0, 10)}
          initial={{
            weights: weights ?? saved,
            status,
            owner,
            filter,
            page: Math.max(1, Math.trunc(Number(query.page)) || 1),
          }}
          saved={saved}
          members={members.map(({ id, name }) => ({ id, name }))}
          memberId={memberId}
          views={views}
          listHref={listHref}
          actions={{ saveView: keepView.bind(null, slug), removeView: dropView.bind(null, slug) }}
          editing={
            mayEdit
              ? {
                  saveWeights: saveWeights.bind(null, slug),
                  changeIssues: changeIssues.bind(null, slug),
                  openTrackers,
                }
              : null
          }
          exportHref={can(role, 'exports.create') ? `${home}/issues/export` : null}
        />
      </>
    );
  },
});
