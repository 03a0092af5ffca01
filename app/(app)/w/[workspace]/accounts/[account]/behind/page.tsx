import { MessagesSquare } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { ReasonTable } from '@/components/accounts/reason-table';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { getAccount } from '@/lib/accounts/get-account';
import { formatCount, formatDate } from '@/lib/core/format';
import { findReasonRows, type ListedReason, listedReasons } from '@/lib/health/find-reason-rows';
import { definePage } from '@/lib/http/define-page';

export const metadata: Metadata = { title: 'Behind the outlook' };

const PAGE_SIZE = 50;

const words: Record<ListedReason, { title: string; noun: string; plural: string }> = {
  tickets: {
    title: 'Tickets, calls and chats',
    noun: 'ticket, call or chat',
    plural: 'tickets, calls and chats',
  },
  ratings: { title: 'Low ratings', noun: 'low rating', plural: 'low ratings' },
};

/** The rows behind what the outlook of an account counts. */
export default definePage({
  permission: 'workspace.read',
  params: z.object({ account: z.uuid() }),
  query: z.object({
    of: z.enum(listedReasons),
    from: z.iso.date().optional().catch(undefined),
    to: z.iso.date().optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: ({ scope }, { params }) => getAccount(scope, params.account),
  loading: <DetailSkeleton />,
  async render({ scope, workspace: { slug } }, { query }, { id, name }) {
    const { of, from, to, page } = query;
    const { rows, total } = await findReasonRows(
      scope,
      { accountId: id, of, from, to },
      { page, pageSize: PAGE_SIZE },
    );
    const { title, noun, plural } = words[of];
    const href = `/w/${slug}/accounts/${id}`;
    const addressOf = (target: number) => {
      const fields = {
        of,
        ...(from && { from }),
        ...(to && { to }),
        ...(target > 1 && { page: `${target}` }),
      };
      return `${href}/behind?${new URLSearchParams(fields)}`;
    };
    const period = from && to ? ` from ${formatDate(new Date(from))} to ${formatDate(new Date(to))}` : '';
    return (
      <>
        <PageHeader
          title={title}
          breadcrumb={[
            { label: 'Accounts', href: accountsHref(slug, {}) },
            { label: name, href: `${href}#outlook` },
          ]}
          description={`${formatCount(total, noun, plural)}${period}.`}
        />
        <PagedCard
          page={page}
          pageSize={PAGE_SIZE}
          shown={rows.length}
          total={total}
          noun={noun}
          plural={plural}
          hrefOf={addressOf}
          empty={
            <EmptyState icon={MessagesSquare} title="Nothing here">
              Nothing was recorded in this time, or the list ends before this page.
            </EmptyState>
          }
        >
          <ReasonTable workspaceSlug={slug} of={of} rows={rows} caption={title} />
        </PagedCard>
      </>
    );
  },
});
