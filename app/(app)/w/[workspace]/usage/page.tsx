import { Activity } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { UsageTable } from '@/components/accounts/usage-table';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { findUsageEvents, type UsageFilter } from '@/lib/accounts/find-usage-events';
import { getAccount } from '@/lib/accounts/get-account';
import { getContact } from '@/lib/accounts/get-contact';
import { usageHref } from '@/lib/accounts/usage-href';
import { notFound } from '@/lib/core/errors';
import { formatCount, formatDate } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';

export const metadata: Metadata = { title: 'Use' };

const PAGE_SIZE = 50;

/** The records behind "use" of an account or a person. */
export default definePage({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string() }),
  query: z.object({
    account: z.uuid().optional().catch(undefined),
    contact: z.uuid().optional().catch(undefined),
    from: z.iso.date().optional().catch(undefined),
    to: z.iso.date().optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: async ({ scope }, { params, query: { account, contact } }) => {
    const home = `/w/${params.workspace}`;
    if (account) {
      const { id, name } = await getAccount(scope, account);
      return { name, href: `${home}/accounts/${id}#timeline` };
    }
    if (!contact) throw notFound('account or person whose use this is');
    const { id, name, emails } = await getContact(scope, contact);
    return { name: name ?? emails[0] ?? 'Unnamed person', href: `${home}/contacts/${id}#timeline` };
  },
  loading: <DetailSkeleton />,
  async render({ scope, workspace: { slug } }, { query: { page, ...query } }, subject) {
    const filter = { ...query, accountId: query.account, contactId: query.contact };
    const { records, total, times } = await findUsageEvents(scope, filter, {
      page,
      pageSize: PAGE_SIZE,
    });
    return (
      <>
        <PageHeader
          title="Use"
          breadcrumb={[
            { label: 'Accounts', href: accountsHref(slug, {}) },
            { label: subject.name, href: subject.href },
          ]}
          description={`${formatCount(times, 'event')}${periodOf(filter)}, in ${formatCount(total, 'record')}.`}
        />
        <PagedCard
          page={page}
          pageSize={PAGE_SIZE}
          shown={records.length}
          total={total}
          noun="record"
          hrefOf={(target) => usageHref(slug, filter, target)}
          empty={
            <EmptyState icon={Activity} title="No use here">
              Nothing was recorded in this time, or the list ends before this page.
            </EmptyState>
          }
        >
          <UsageTable workspaceSlug={slug} records={records} isOfAccount={query.account !== undefined} />
        </PagedCard>
      </>
    );
  },
});

function periodOf({ from, to }: UsageFilter): string {
  if (from && to) return ` from ${formatDate(new Date(from))} to ${formatDate(new Date(to))}`;
  if (from) return ` since ${formatDate(new Date(from))}`;
  return to ? ` until ${formatDate(new Date(to))}` : '';
}
