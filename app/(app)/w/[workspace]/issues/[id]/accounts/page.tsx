import type { Metadata } from 'next';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { AccountsSection } from '@/components/issues/accounts-section';
import { accountViews, issueAccountsHref, issueListHref } from '@/components/issues/churn-lists';
import { rankedFor } from '@/components/issues/record-filter-words';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { FormMessage } from '@/components/ui/form-message';
import { PageHeader } from '@/components/ui/page-header';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatDate } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findExposedPage } from '@/lib/issues/find-exposed-page';
import { addressSchema } from '@/lib/responses/address';
import { loadPart } from '../load-part';

export const metadata: Metadata = { title: 'Accounts of a part' };

const PAGE_SIZE = 50;

/** The accounts behind the numbers of an issue in a ranking recomputed for a part; its own page has those of all. */
export default definePage({
  permission: 'workspace.read',
  params: z.object({ id: z.uuid() }),
  query: addressSchema.extend({
    accounts: z.enum(accountViews).catch('now'),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: ({ scope }, { params, query }) => loadPart(scope, params.id, query),
  loading: <DetailSkeleton />,
  async render({ scope, workspace: { slug } }, { query: { accounts, page, ...query } }, part) {
    const { issue, run, ranked, filter, names, unreadable } = part;
    const home = `/w/${slug}`;
    const issueHref = `${home}/issues/${issue.id}`;
    const breadcrumb = [
      { label: 'Issues', href: issueListHref(home, filter) },
      { label: issue.title, href: issueHref },
    ];
    if (unreadable.length > 0) {
      return (
        <>
          <PageHeader title="Accounts with this problem" breadcrumb={breadcrumb} />
          <UnreadableFilters
            fields={unreadable}
            query={query}
            clearHref={issueAccountsHref(issueHref, accounts)}
          />
        </>
      );
    }
    if (!run || !ranked) {
      return (
        <>
          <PageHeader title="Accounts with this problem" breadcrumb={breadcrumb} />
          <FormMessage tone="neutral" title="Nobody complains of it here">
            No statement of this part complains of this theme, or the theme was merged into another one.
          </FormMessage>
        </>
      );
    }
    const { themeId, details } = ranked;
    const to = run.asOf.toISOString().slice(0, 10);
    return (
      <>
        <PageHeader
          title="Accounts with this problem"
          breadcrumb={breadcrumb}
          description={`${rankedFor(filter, names)} as of ${formatDate(run.asOf)}.`}
        />
        <AccountsSection
          rows={
            await findExposedPage(scope, ranked, run, { view: accounts, page, pageSize: PAGE_SIZE, filter })
          }
          view={accounts}
          counts={{ now: details.revenue.exposedAccounts, ever: ranked.accounts }}
          page={page}
          pageSize={PAGE_SIZE}
          currency={run.totals.currency}
          windowDays={run.parameters.windowDays}
          workspaceHref={home}
          hrefOf={(view, target) => issueAccountsHref(issueHref, view, { page: target, filter })}
          mentionsHrefOf={(account) =>
            feedbackHref(slug, { ...filter, branch: themeId, problem: '1', account, to })
          }
        />
      </>
    );
  },
});
