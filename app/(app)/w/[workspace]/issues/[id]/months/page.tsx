import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import {
  CHURN_LISTS,
  churnListHref,
  churnLists,
  haveChanged,
  issueListHref,
} from '@/components/issues/churn-lists';
import { ChurnMonthsTable } from '@/components/issues/churn-months-table';
import { CountedRows } from '@/components/issues/counted-rows';
import { ExposedAccountsTable } from '@/components/issues/exposed-accounts-table';
import { rankedFor } from '@/components/issues/record-filter-words';
import { FormMessage } from '@/components/ui/form-message';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import type { Scope } from '@/lib/db/scope';
import { definePage } from '@/lib/http/define-page';
import {
  type ChurnCounts,
  findChurnMonths,
  findExposedAccountMonths,
  type MonthsFilter,
} from '@/lib/impact/find-churn-months';
import { panelSpecOf } from '@/lib/impact/panel-spec-of';
import type { PanelSpec } from '@/lib/impact/panel-sql';
import type { ImpactDetails } from '@/lib/impact/schema';
import { addressSchema } from '@/lib/responses/address';
import { getSetting } from '@/lib/settings/queries';
import { loadPart } from '../load-part';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Months counted' };

const PAGE_SIZE = 50;

export default definePage({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string(), id: z.uuid() }),
  query: addressSchema.extend({
    list: z.enum(churnLists).catch('months'),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: ({ scope }, { params, query }) => loadPart(scope, params.id, query),
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query: { list, page, ...query } }, part) {
    const { issue, run, ranked, filter, unreadable } = part;
    const home = `/w/${slug}`;
    const rates = await getSetting(scope, 'currencyRates');
    const issueHref = `${home}/issues/${issue.id}`;
    const breadcrumb = [
      { label: 'Issues', href: issueListHref(home, filter) },
      { label: issue.title, href: issueHref },
    ];
    if (unreadable.length > 0) {
      return (
        <>
          <PageHeader title="Months counted" breadcrumb={breadcrumb} />
          <UnreadableFilters fields={unreadable} query={query} clearHref={churnListHref(issueHref, list)} />
        </>
      );
    }
    if (!run || !ranked) {
      return (
        <>
          <PageHeader title="Months counted" breadcrumb={breadcrumb} />
          <FormMessage tone="neutral" title={run ? 'Not in the ranking now' : 'No ranking to show'}>
            {run
              ? 'No statement complains of this theme any more, or the theme was merged into another one.'
              : 'The months it counts appear here once issues are ranked.'}
          </FormMessage>
        </>
      );
    }
    const { churn } = ranked.details;
    const { windowDays, lagDays } = run.parameters;
    const facts = CHURN_LISTS[list];
    const place = { page, pageSize: PAGE_SIZE };
    const { counts, shown, table } = await findList(scope, {
      spec: panelSpecOf(run, rates, filter),
      churn,
      months: facts.months,
      place,
      slug,
    });
    return (
      <>
        <PageHeader
          title="Months counted"
          breadcrumb={breadcrumb}
          description={`${formatCount(counts[facts.count], facts.noun)} behind how this problem goes with leaving. A month has the problem where an account complained in the ${windowDays} days that end ${lagDays} days before it. ${rankedFor(filter)} as of ${formatDate(run.asOf)}.`}
        />
        <Tabs
          label="What was counted"
          tabs={churnLists.map((name) => ({
            label: CHURN_LISTS[name].label,
            href: churnListHref(issueHref, name, { filter }),
            active: name === list,
            count: formatNumber(counts[CHURN_LISTS[name].count]),
          }))}
        />
        <CountedRows
          computedAt={run.computedAt}
          then={churn[facts.count]}
          now={counts[facts.count]}
          hasChanged={haveChanged(churn, counts)}
          {...place}
          shown={shown}
          noun={facts.noun}
          hrefOf={(target) => churnListHref(issueHref, list, { page: target, filter })}
        >
          {table}
        </CountedRows>
      </>
    );
  },
});

interface ListInput {
  spec: PanelSpec;
  churn: ImpactDetails['churn'];
  months: MonthsFilter | null;
  place: { page: number; pageSize: number };
  slug: string;
}

/** One page of a list, and all counts beside it. */
async function findList(
  scope: Scope,
  { spec, churn, months, place, slug }: ListInput,
): Promise<{ counts: ChurnCounts; shown: number; table: ReactNode }> {
  const accountHrefOf = (accountId: string) => `/w/${slug}/accounts/${accountId}`;
  if (months === null) {
    const { counts, rows } = await findExposedAccountMonths(scope, spec, churn, place);
    const table = (
      <ExposedAccountsTable
        caption="Accounts that had the problem in a month at risk, by name"
        rows={rows}
        accountHrefOf={accountHrefOf}
      />
    );
    return { counts, shown: rows.length, table };
  }
  const { counts, rows } = await findChurnMonths(scope, spec, churn, { ...months, ...place });
  const table = (
    <ChurnMonthsTable
      caption="One row an account and month, by account"
      rows={rows}
      side={months.side}
      coarsening={churn.coarsening}
      currency={spec.currency}
      accountHrefOf={accountHrefOf}
      mentionsHrefOf={(account, from, to) =>
        feedbackHref(slug, {
          ...{ ...spec.filter, branch: churn.themeId, problem: '1', account },
          ...{ from: dayOf(from), to: dayOf(to) },
        })
      }
    />
  );
  return { counts, shown: rows.length, table };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
