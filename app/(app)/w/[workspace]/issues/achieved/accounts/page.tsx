import { Building2 } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { moneyPartsHref } from '@/components/issues/achieved-href';
import { MoneyPartsTable } from '@/components/issues/money-parts-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { addDays, toDay } from '@/lib/annotations/period';
import { formatCount, formatMoneyCompact } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findMoneyParts } from '@/lib/issues/find-money-parts';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'ARR at risk taken away: accounts' };

const PAGE_SIZE = 50;

/** The accounts that the money of what fixes achieved is the sum of. */
export default definePage({
  permission: 'workspace.read',
  query: z.object({
    fix: z.uuid().optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query: { fix, page } }) {
    const home = `/w/${slug}`;
    const issuesHref = `${home}/issues`;
    const found = await findMoneyParts(scope, { fixId: fix, page, pageSize: PAGE_SIZE });
    const { rows = [], total = 0, currency = '', windowDays = 0 } = found ?? {};
    const left = found?.withoutArr
      ? ` ${formatCount(found.withoutArr, 'more account')} complained whose ARR is unknown; they add nothing.`
      : '';
    return (
      <>
        <PageHeader
          title="ARR at risk taken away: accounts"
          breadcrumb={[
            { label: 'Issues', href: issuesHref },
            { label: 'What our fixes achieved', href: `${issuesHref}/achieved` },
          ]}
          description={
            total > 0
              ? `${formatCount(total, 'account')} that complained in the ${windowDays} days before ${fix ? 'the' : 'a'} fix and ${total === 1 ? 'was a customer' : 'were customers'} on its day: ${formatMoneyCompact(found?.cents ?? 0, currency)} together, over 12 months.${left}${(found?.fixes ?? 0) < 2 ? '' : ' One that complained of two fixed themes stands here twice, once for each.'}`
              : undefined
          }
        />
        <PagedCard
          page={page}
          pageSize={PAGE_SIZE}
          shown={rows.length}
          total={total}
          noun="account"
          hrefOf={(target) => moneyPartsHref(issuesHref, { fix, page: target })}
          empty={
            <EmptyState
              icon={Building2}
              title={total === 0 ? 'No account was counted here' : 'The list ends before this page'}
              actions={
                total > 0 && (
                  <ButtonLink href={moneyPartsHref(issuesHref, { fix })}>To the first page</ButtonLink>
                )
              }
            >
              {total === 0 && (
                <p>
                  ARR at risk is taken away only where the fix has enough months on both sides, themes that
                  nobody fixed to be held against, and customers with known ARR that complained before it.
                </p>
              )}
            </EmptyState>
          }
        >
          <MoneyPartsTable
            rows={rows}
            currency={currency}
            workspaceHref={home}
            showsFix={fix === undefined}
            saidHrefOf={({ themeId, accountId, fix: { shippedAt } }) => {
              const shipped = toDay(shippedAt);
              return feedbackHref(slug, {
                ...{ branch: themeId, problem: '1', account: accountId },
                ...{ from: addDays(shipped, -windowDays), to: addDays(shipped, -1) },
              });
            }}
          />
        </PagedCard>
      </>
    );
  },
});
