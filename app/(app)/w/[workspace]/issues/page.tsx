import type { Metadata } from 'next';
import { z } from 'zod';
import { lookedAtHref } from '@/components/issues/churn-lists';
import { IssueExplorer } from '@/components/issues/issue-explorer';
import { NoRanking } from '@/components/issues/no-ranking';
import { describeLeaving, describeLeftOut, describePortfolio } from '@/components/issues/run-words';
import { toIssueRow } from '@/components/issues/to-issue-row';
import { PipelineProgress } from '@/components/pipeline/pipeline-progress';
import { ButtonLink } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { findPipelineState } from '@/lib/annotations/find-pipeline-state';
import { can } from '@/lib/auth/permissions';
import { formatCount, formatDate } from '@/lib/core/format';
import { findOpenTrackers } from '@/lib/exports/trackers/open-tracker';
import { definePage } from '@/lib/http/define-page';
import { isNewestImpactOutdated } from '@/lib/impact/queries';
import { countPortfolioAccounts } from '@/lib/impact/revenue-at-risk';
import { findRankedIssues } from '@/lib/issues/find-ranked-issues';
import { findUnrankedIssues } from '@/lib/issues/find-unranked-issues';
import { findWeeklyMentions } from '@/lib/issues/find-weekly-mentions';
import { issueListSchema } from '@/lib/issues/list-query';
import { findSavedViews } from '@/lib/issues/saved-views';
import { getSetting } from '@/lib/settings/queries';
import { findThemeNames } from '@/lib/themes/find-theme';
import { findMembers } from '@/lib/workspaces/queries';
import { changeIssues, dropView, keepView, rankAgain, saveWeights } from './actions';

export const metadata: Metadata = { title: 'Issues' };

export default definePage({
  permission: 'workspace.read',
  query: issueListSchema.extend({ page: z.coerce.number().int().min(1).catch(1) }),
  async render({ scope, role, memberId, workspace: { slug } }, { query }) {
    const home = `/w/${slug}`;
    const saved = await getSetting(scope, 'rankingWeights');
    const [list, pipeline] = await Promise.all([findRankedIssues(scope, saved), findPipelineState(scope)]);
    const mayEdit = can(role, 'issues.edit');
    const newIssue = mayEdit && <ButtonLink href={`${home}/issues/new`}>New issue</ButtonLink>;
    if (!list || list.issues.length === 0) {
      const [themes, isOutdated] = await Promise.all([findThemeNames(scope), isNewestImpactOutdated(scope)]);
      return (
        <>
          <PageHeader title="Issues" description="What to fix first, and why." actions={newIssue} />
          <NoRanking
            state={pipeline}
            themes={themes.length}
            importsHref={`${home}/imports`}
            isOutdated={isOutdated}
            rankAgain={mayEdit ? rankAgain.bind(null, slug) : null}
          />
        </>
      );
    }
    const { run, issues } = list;
    const { totals } = run;
    const portfolio = describePortfolio(
      totals,
      countPortfolioAccounts(run.rows.map(({ details }) => details.revenue)),
    );
    const leaving = describeLeaving(totals);
    const leftOut = describeLeftOut(totals);
    const [trends, unranked, members, views, openTrackers] = await Promise.all([
      findWeeklyMentions(scope, { asOf: run.asOf }),
      findUnrankedIssues(
        scope,
        issues.map(({ issueId }) => issueId),
      ),
      findMembers(scope),
      findSavedViews(scope),
      findOpenTrackers(scope),
    ]);
    return (
      <>
        <PageHeader
          title="Issues"
          actions={
            <>
              <ButtonLink href={`${home}/issues/report`}>Report</ButtonLink>
              {newIssue}
            </>
          }
          description={
            <>
              What to fix first, and why. As of {formatDate(run.asOf)}, the day of the latest feedback.{' '}
              {leaving && (
                <>
                  <TextLink href={lookedAtHref(home, { left: true })}>{leaving.left}</TextLink> of{' '}
                  <TextLink href={lookedAtHref(home)}>{leaving.of}</TextLink> {leaving.rest}{' '}
                </>
              )}
              {portfolio && (
                <>
                  <TextLink href={accountsHref(slug, { exposed: '1' }, { sort: 'risk' })}>
                    {portfolio.amount}
                  </TextLink>{' '}
                  {portfolio.rest}
                </>
              )}
            </>
          }
        />
        <PipelineProgress state={pipeline} />
        {leftOut && (
          <FormMessage tone="neutral" title={leftOut.title}>
            {leftOut.text}
          </FormMessage>
        )}
        {totals.accountsWithoutRate > 0 && (
          <FormMessage
            tone="warning"
            title={`${formatCount(totals.accountsWithoutRate, 'account')} without a rate`}
          >
            Their revenue is in a currency that has no rate to {totals.currency}, so it counts as unknown.{' '}
            <TextLink href={`${home}/settings#currency-rates`}>Set its rate</TextLink>
          </FormMessage>
        )}
        <IssueExplorer
          rows={issues.map((issue) =>
            toIssueRow(issue, { slug, asOf: run.asOf, trend: trends.get(issue.themeId) }),
          )}
          known={{ hasChurn: totals.hasChurn, hasArr: totals.accountsWithArr > 0 }}
          currency={totals.currency}
          asOf={formatDate(run.asOf)}
          unranked={unranked}
          today={new Date().toISOString().slice(0, 10)}
          initial={{
            weights: query.weights ?? saved,
            status: query.status ?? null,
            owner: query.owner ?? null,
            page: query.page,
          }}
          saved={saved}
          members={members.map(({ id, name }) => ({ id, name }))}
          memberId={memberId}
          views={views}
          listHref={`${home}/issues`}
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
