import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import {
  CHURN_LISTS,
  type ChurnEvent,
  churnEvents,
  churnListHref,
  churnLists,
  EVENT_WORDS,
  haveChanged,
  issueListHref,
  nameChurnList,
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
  type ThemeComparison,
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
    event: z.enum(churnEvents).catch('leaving'),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: ({ scope }, { params, query }) => loadPart(scope, params.id, query),
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query: { list, event, page, ...query } }, part) {
    const { issue, run, ranked, filter, names, unreadable } = part;
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
          <UnreadableFilters
            fields={unreadable}
            query={query}
            clearHref={churnListHref(issueHref, list, { event })}
          />
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
    const comparison = comparisonOf(ranked.details, event);
    if (!comparison) {
      return (
        <>
          <PageHeader title="Months counted" breadcrumb={breadcrumb} />
          <FormMessage tone="neutral" title="Not kept by this ranking">
            {`What was compared for ${EVENT_WORDS[event].gerund} was not kept when issues were ranked last. It appears here after the next ranking.`}
          </FormMessage>
        </>
      );
    }
    const { windowDays, lagDays } = run.parameters;
    const facts = CHURN_LISTS[list];
    const place = { page, pageSize: PAGE_SIZE };
    const { counts, shown, table } = await findList(scope, {
      spec: { ...panelSpecOf(run, rates, filter), outcome: event === 'leaving' ? undefined : event },
      ...{ comparison, event },
      months: facts.months,
      place,
      slug,
    });
    return (
      <>
        <PageHeader
          title="Months counted"
          breadcrumb={breadcrumb}
          description={`${formatCount(counts[facts.count], facts.noun)} behind how this problem goes with ${EVENT_WORDS[event].gerund}. A month has the problem where an account complained in the ${windowDays} days that end ${lagDays} days before it. ${rankedFor(filter, names)} as of ${formatDate(run.asOf)}.`}
        />
        <Tabs
          label="What was counted"
          tabs={churnLists.map((name) => ({
            label: nameChurnList(name, event),
            href: churnListHref(issueHref, name, { filter, event }),
            active: name === list,
            count: formatNumber(counts[CHURN_LISTS[name].count]),
          }))}
        />
        <CountedRows
          computedAt={run.computedAt}
          then={comparison.counts[facts.count]}
          now={counts[facts.count]}
          hasChanged={haveChanged(comparison.counts, counts)}
          {...place}
          shown={shown}
          noun={facts.noun}
          hrefOf={(target) => churnListHref(issueHref, list, { page: target, filter, event })}
        >
          {table}
        </CountedRows>
      </>
    );
  },
});

/** What a ranking compared for an event; null where one of an older version did not keep it. */
type Comparison = ThemeComparison & { counts: ChurnCounts };

function comparisonOf({ churn, outcomes }: ImpactDetails, event: ChurnEvent): Comparison | null {
  const { themeId } = churn;
  if (event === 'leaving') return { themeId, coarsening: churn.coarsening, counts: countsOf(churn) };
  const found = outcomes.find(({ outcome }) => outcome === event);
  if (!found || found.coarsening === null) return null;
  const { exposedEvents: exposedChurned, comparisonEvents: comparisonChurned } = found;
  return {
    ...{ themeId, coarsening: found.coarsening },
    counts: countsOf({ ...found, exposedChurned, comparisonChurned }),
  };
}

function countsOf(counts: ChurnCounts): ChurnCounts {
  const { exposedAccounts, exposedMonths, exposedChurned, comparisonMonths, comparisonChurned } = counts;
  return { exposedAccounts, exposedMonths, exposedChurned, comparisonMonths, comparisonChurned };
}

interface ListInput {
  spec: PanelSpec;
  comparison: Comparison;
  event: ChurnEvent;
  months: MonthsFilter | null;
  place: { page: number; pageSize: number };
  slug: string;
}

/** One page of a list, and all counts beside it. */
async function findList(
  scope: Scope,
  { spec, comparison, event, months, place, slug }: ListInput,
): Promise<{ counts: ChurnCounts; shown: number; table: ReactNode }> {
  const accountHrefOf = (accountId: string) => `/w/${slug}/accounts/${accountId}`;
  if (months === null) {
    const { counts, rows } = await findExposedAccountMonths(scope, spec, comparison, place);
    const table = (
      <ExposedAccountsTable
        caption="Accounts that had the problem in a month at risk, by name"
        rows={rows}
        event={event}
        accountHrefOf={accountHrefOf}
      />
    );
    return { counts, shown: rows.length, table };
  }
  const { counts, rows } = await findChurnMonths(scope, spec, comparison, { ...months, ...place });
  const table = (
    <ChurnMonthsTable
      caption="One row an account and month, by account"
      rows={rows}
      side={months.side}
      event={event}
      coarsening={comparison.coarsening}
      currency={spec.currency}
      accountHrefOf={accountHrefOf}
      mentionsHrefOf={(account, from, to) =>
        feedbackHref(slug, {
          ...{ ...spec.filter, branch: comparison.themeId, problem: '1', account },
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
