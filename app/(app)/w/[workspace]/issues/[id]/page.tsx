import { z } from 'zod';
import { StackedBars } from '@/components/charts/stacked-bars';
import { AccountsSection } from '@/components/issues/accounts-section';
import { accountViews, issueAccountsHref } from '@/components/issues/churn-lists';
import { ChurnSection } from '@/components/issues/churn-section';
import { IssueRelatives } from '@/components/issues/issue-relatives';
import { NoFigures } from '@/components/issues/no-figures';
import { PriorityExplanation } from '@/components/issues/priority-explanation';
import { describeRevenue } from '@/components/issues/revenue-words';
import { describeNoChurn } from '@/components/issues/run-words';
import { StatusBadge } from '@/components/issues/status-badge';
import { toRevenueFigures } from '@/components/issues/to-issue-row';
import { TypicalQuotes } from '@/components/issues/typical-quotes';
import { PipelineProgress } from '@/components/pipeline/pipeline-progress';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Stat } from '@/components/ui/stat';
import { cutWeeks } from '@/lib/annotations/buckets';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { findPipelineState } from '@/lib/annotations/find-pipeline-state';
import { formatDate } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { explainRank } from '@/lib/impact/explain';
import { findIssueDetail } from '@/lib/issues/find-issue-detail';
import { getIssue } from '@/lib/issues/get-issue';
import { getSetting } from '@/lib/settings/queries';
import { pin, unmerge } from '../actions';
import { FixSections } from './fix-sections';
import { loadIssueWork } from './load-work';
import { ServeCost } from './serve-cost';
import { WorkSections } from './work-sections';

const PAGE_SIZE = 25;
const TREND_WEEKS = 26;

export default definePage({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string(), id: z.uuid() }),
  query: z.object({
    accounts: z.enum(accountViews).catch('now'),
    page: z.coerce.number().int().min(1).catch(1),
    history: z.coerce.number().int().min(1).catch(1),
  }),
  find: async ({ scope }, { params }) => {
    const weights = await getSetting(scope, 'rankingWeights');
    return { weights, ...(await getIssue(scope, params.id, weights)) };
  },
  loading: <DetailSkeleton />,
  async render({ scope, role, workspace: { slug } }, { query }, found) {
    const { issue, run, ranked, issues, largest, weights } = found;
    const home = `/w/${slug}`;
    const [work, pipeline] = await Promise.all([
      loadIssueWork({ scope, role }, issue, query.history),
      findPipelineState(scope),
    ]);
    const workSections = (
      <WorkSections
        slug={slug}
        role={role}
        issue={issue}
        work={work}
        historyPage={query.history}
        now={new Date()}
      />
    );
    // What a fix did comes first once there is one; until then, what people do about the issue does.
    const isShipped = issue.status === 'shipped';
    const fixSections = <FixSections scope={scope} role={role} slug={slug} issue={issue} />;
    const relatives = (
      <IssueRelatives
        issueId={issue.id}
        family={work.family}
        issuesHref={`${home}/issues`}
        decisionsHref={`${home}/themes/decisions`}
        unmerge={work.mayEdit ? unmerge.bind(null, slug) : null}
      />
    );
    const reportLink = <ButtonLink href={`${home}/issues/${issue.id}/report`}>Report</ButtonLink>;
    const breadcrumb = [{ label: 'Issues', href: `${home}/issues` }];
    if (!run || !ranked) {
      return (
        <>
          <PageHeader
            title={issue.title}
            breadcrumb={breadcrumb}
            description={<StatusBadge status={issue.status} />}
            actions={reportLink}
          />
          {relatives}
          {!work.family.mergedInto && (
            <NoFigures isByHand={issue.themeId === null} isRanking={!run} issuesHref={`${home}/issues`} />
          )}
          {isShipped && fixSections}
          {workSections}
          {!isShipped && fixSections}
        </>
      );
    }
    const { details, themeId } = ranked;
    const { currency } = run.totals;
    const { windowDays } = run.parameters;
    const detail = await findIssueDetail(scope, ranked, run, {
      view: query.accounts,
      page: query.page,
      pageSize: PAGE_SIZE,
      weeks: TREND_WEEKS,
    });
    const to = run.asOf.toISOString().slice(0, 10);
    const mentions = { branch: themeId, problem: '1', to } as const;
    const mentionsHref = feedbackHref(slug, mentions);
    const issueHref = `${home}/issues/${issue.id}`;
    const { exposedAccounts } = details.revenue;
    const revenue = describeRevenue(toRevenueFigures(details.revenue), currency);
    const accountNouns = revenue.basis ? `accounts: ${revenue.basis}` : undefined;
    const explained = { ...ranked, ...details, values: ranked };
    return (
      <>
        <PageHeader
          title={issue.title}
          breadcrumb={breadcrumb}
          description={
            <span className="flex flex-wrap items-center gap-2 text-base">
              <StatusBadge status={issue.status} />
              {isChurnLinked(details.churn) && <Badge tone="negative">Associated with churn</Badge>}
              <span>
                Rank {ranked.rank} of {issues}, as of {formatDate(run.asOf)}
              </span>
            </span>
          }
          actions={
            <>
              {reportLink}
              <ButtonLink href={`${home}/themes/${themeId}`}>Theme: {issue.themeName}</ButtonLink>
            </>
          }
        />
        <PipelineProgress state={pipeline} />
        {relatives}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
          <Stat
            label="Problem mentions"
            value={String(ranked.mentions)}
            n={ranked.mentions}
            noun="statement"
            href={mentionsHref}
          />
          <Stat
            label="Accounts that had it"
            value={String(ranked.accounts)}
            n={ranked.accounts}
            noun="account"
            href={issueAccountsHref(issueHref, 'ever')}
          />
          <Stat
            label="ARR exposed now"
            value={revenue.exposed}
            reason={revenue.noExposedReason ?? undefined}
            n={exposedAccounts}
            noun="account"
            nouns={accountNouns}
            href={issueAccountsHref(issueHref, 'now')}
          />
          <Stat
            label="ARR at risk, 12 months"
            value={revenue.atRisk}
            reason={revenue.noAtRiskReason ?? undefined}
            interval={revenue.interval ?? undefined}
            {...(!isChurnLinked(details.churn) && { doubt: 'link may be chance' })}
            n={exposedAccounts}
            noun="account"
            nouns={accountNouns}
            href={issueAccountsHref(issueHref, 'now')}
          />
          <ServeCost
            scope={scope}
            themeId={themeId}
            asOf={run.asOf}
            currency={currency}
            casesHref={`${issueHref}/cases`}
          />
        </div>
        <Section title="Why it is here">
          <PriorityExplanation
            row={explained}
            weights={weights}
            explanation={explainRank(explained, { weights, largest, currency })}
            noChurn={describeNoChurn(run.totals, run.parameters)}
            behind={{
              accounts: ranked.accounts,
              accountsHref: issueAccountsHref(issueHref, 'ever'),
              accountless: details.mentionsWithoutAccount,
              accountlessHref: feedbackHref(slug, { ...mentions, accountless: '1' }),
            }}
          />
        </Section>
        <Section title="In their words" description="Most typical first, one statement an account.">
          <TypicalQuotes
            quotes={detail.quotes}
            feedbackHref={`${home}/feedback`}
            pinning={
              work.mayEdit
                ? {
                    action: pin.bind(null, slug),
                    issueId: issue.id,
                    pinnedIds: new Set(work.evidence.map(({ feedbackId }) => feedbackId)),
                  }
                : null
            }
          />
        </Section>
        {isShipped && fixSections}
        {workSections}
        {!isShipped && fixSections}
        <StackedBars
          title="Problem mentions a week"
          barHeader="Week from"
          as="count"
          parts={[{ label: 'Problem mentions' }]}
          bars={cutWeeks(to, TREND_WEEKS).map(({ label, from, to: until }, week) => {
            const href = feedbackHref(slug, { branch: themeId, problem: '1', from, to: until });
            return { label, counts: [detail.trend[week] ?? 0], href, partHrefs: [href] };
          })}
        />
        <ChurnSection
          details={details}
          parameters={run.parameters}
          mentionsHref={mentionsHref}
          issueHref={issueHref}
        />
        <AccountsSection
          rows={detail.accounts}
          view={query.accounts}
          counts={{ now: exposedAccounts, ever: ranked.accounts }}
          page={query.page}
          pageSize={PAGE_SIZE}
          currency={currency}
          windowDays={windowDays}
          workspaceHref={home}
          hrefOf={(accounts, page) => issueAccountsHref(issueHref, accounts, { page })}
          mentionsHrefOf={(account) => feedbackHref(slug, { ...mentions, account })}
        />
      </>
    );
  },
});
