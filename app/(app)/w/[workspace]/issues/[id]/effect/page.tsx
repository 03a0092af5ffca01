import { CalendarX } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { type FixMonthsOf, fixMonthsHref, fixMonthsOf } from '@/components/issues/fix-months';
import { FixMonthsTable } from '@/components/issues/fix-months-table';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { Tabs } from '@/components/ui/tabs';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { notFound } from '@/lib/core/errors';
import { formatDate } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findFixMonths } from '@/lib/issues/find-fix-months';
import { FIX_MONTH_DAYS } from '@/lib/issues/fix-effect';
import { getIssue } from '@/lib/issues/get-issue';
import { getSetting } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Did it help: months' };

const PAGE_SIZE = 50;

/** The account-months behind the counts of "Did it help?". */
export default definePage({
  permission: 'workspace.read',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    of: fixMonthsOf.catch('before'),
    complaining: z.literal('1').optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: async ({ scope }, { params: { id } }) => {
    const { issue } = await getIssue(scope, id, await getSetting(scope, 'rankingWeights'));
    const { themeId, shippedAt } = issue;
    if (issue.status !== 'shipped' || !themeId || !shippedAt) throw notFound('effect of a fix');
    return { issue, fix: { themeId, shippedAt } };
  },
  loading: <DetailSkeleton />,
  async render({ scope, workspace: { slug } }, { query }, { issue, fix }) {
    const { of, page } = query;
    const complaining = Boolean(query.complaining);
    const home = `/w/${slug}`;
    const issueHref = `${home}/issues/${issue.id}`;
    const { rows, total } = await findFixMonths(scope, fix, {
      of: of === 'before' || of === 'after' ? of : new Date(of),
      onlyComplaining: complaining,
      page,
      pageSize: PAGE_SIZE,
    });
    return (
      <>
        <PageHeader
          title={titleOf(of)}
          breadcrumb={[
            { label: 'Issues', href: `${home}/issues` },
            { label: issue.title, href: `${issueHref}#effect` },
          ]}
          description={`Accounts that were customers on the first day of a month of ${FIX_MONTH_DAYS} days. Shipped on ${formatDate(fix.shippedAt)}.`}
        />
        <Tabs
          label="Which accounts"
          tabs={[
            { label: 'All', href: fixMonthsHref(issueHref, of), active: !complaining },
            {
              label: 'That complained',
              href: fixMonthsHref(issueHref, of, { complaining: true }),
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
          hrefOf={(target) => fixMonthsHref(issueHref, of, { complaining, page: target })}
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
              feedbackHref(slug, { branch: fix.themeId, problem: '1', account, from, to })
            }
          />
        </PagedCard>
      </>
    );
  },
});

function titleOf(of: FixMonthsOf): string {
  if (of === 'before') return 'Months before the fix';
  return of === 'after' ? 'Months after the fix' : `The month from ${formatDate(new Date(of))}`;
}
