import { CalendarX } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { holdOutHref, holdOutParts } from '@/components/issues/fix-months';
import { FixMonthsTable } from '@/components/issues/fix-months-table';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { Tabs } from '@/components/ui/tabs';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { notFound } from '@/lib/core/errors';
import { formatCount } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findHoldOutMonths } from '@/lib/issues/find-hold-out';
import { FIX_MONTH_DAYS } from '@/lib/issues/fix-effect';
import { getIssue } from '@/lib/issues/get-issue';
import { getSetting } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Who got it first: months' };

const PAGE_SIZE = 50;

const TITLES = {
  first: 'Months of those who got it first',
  others: 'Months of those who had to wait',
};

/** The account-months behind the counts of "Who got it first". */
export default definePage({
  permission: 'workspace.read',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    part: z.enum(holdOutParts).catch('first'),
    side: z.enum(['before', 'after']).optional().catch(undefined),
    complaining: z.literal('1').optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: async ({ scope }, { params: { id }, query: { part, side, complaining, page } }) => {
    const { issue } = await getIssue(scope, id, await getSetting(scope, 'rankingWeights'));
    const found = await findHoldOutMonths(scope, issue.id, {
      isFirst: part === 'first',
      isAfter: side ? side === 'after' : null,
      onlyComplaining: complaining === '1',
      page,
      pageSize: PAGE_SIZE,
    });
    if (!found || !issue.themeId) throw notFound('comparison of those who got it first');
    return { issue, themeId: issue.themeId, found };
  },
  loading: <DetailSkeleton />,
  async render(
    { workspace: { slug } },
    { query: { part, side, page, ...query } },
    { issue, themeId, found },
  ) {
    const { rows, total, accounts } = found;
    const home = `/w/${slug}`;
    const issueHref = `${home}/issues/${issue.id}`;
    const complaining = query.complaining === '1';
    return (
      <>
        <PageHeader
          title={side ? `${TITLES[part]}, ${side}` : TITLES[part]}
          breadcrumb={[
            { label: 'Issues', href: `${home}/issues` },
            { label: issue.title, href: `${issueHref}#hold-out` },
          ]}
          description={`${formatCount(accounts, 'account')} in ${formatCount(total, 'account-month')}. Accounts that were customers on the first day of a month of ${FIX_MONTH_DAYS} days.`}
        />
        <Tabs
          label="Which months"
          tabs={[
            { label: 'All', href: holdOutHref(issueHref, part, { side }), active: !complaining },
            {
              label: 'With a complaint',
              href: holdOutHref(issueHref, part, { side, complaining: true }),
              active: complaining,
            },
          ]}
        />
        <PagedCard
          page={page}
          pageSize={PAGE_SIZE}
          shown={rows.length}
          total={total}
          noun="account-month"
          hrefOf={(target) => holdOutHref(issueHref, part, { side, complaining, page: target })}
          empty={
            <EmptyState icon={CalendarX} title="No account here">
              No such month is on record, or no account complained in it.
            </EmptyState>
          }
        >
          <FixMonthsTable
            caption="One row an account and month"
            rows={rows}
            accountHrefOf={(accountId) => `${home}/accounts/${accountId}`}
            statementsHrefOf={(account, from, to) =>
              feedbackHref(slug, { branch: themeId, problem: '1', account, from, to })
            }
          />
        </PagedCard>
      </>
    );
  },
});
