import type { Metadata } from 'next';
import { z } from 'zod';
import { haveChanged, lookedAtHref } from '@/components/issues/churn-lists';
import { CountedRows } from '@/components/issues/counted-rows';
import { NoRanking } from '@/components/issues/no-ranking';
import { PanelAccountsTable } from '@/components/issues/panel-accounts-table';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { findPipelineState } from '@/lib/annotations/find-pipeline-state';
import { can } from '@/lib/auth/permissions';
import { formatDate, formatNumber } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findPanelAccounts } from '@/lib/impact/find-panel-accounts';
import { panelSpecOf } from '@/lib/impact/panel-spec-of';
import { findNewestImpact, isNewestImpactOutdated } from '@/lib/impact/queries';
import { getSetting } from '@/lib/settings/queries';
import { findThemeNames } from '@/lib/themes/find-theme';
import { rankAgain } from '../actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Accounts looked at' };

const PAGE_SIZE = 50;

export default definePage({
  permission: 'workspace.read',
  query: z.object({
    left: z.literal('1').optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query: { left, page } }) {
    const home = `/w/${slug}`;
    const breadcrumb = [{ label: 'Issues', href: `${home}/issues` }];
    const run = await findNewestImpact(scope);
    if (!run) {
      const [pipeline, themes, isOutdated] = await Promise.all([
        findPipelineState(scope),
        findThemeNames(scope),
        isNewestImpactOutdated(scope),
      ]);
      return (
        <>
          <PageHeader title="Accounts looked at" breadcrumb={breadcrumb} />
          <NoRanking
            state={pipeline}
            themes={themes.length}
            importsHref={`${home}/imports`}
            isOutdated={isOutdated}
            rankAgain={can(role, 'issues.edit') ? rankAgain.bind(null, slug) : null}
          />
        </>
      );
    }
    const rates = await getSetting(scope, 'currencyRates');
    const place = { page, pageSize: PAGE_SIZE };
    const { counts, rows } = await findPanelAccounts(scope, panelSpecOf(run, rates), {
      onlyChurned: left === '1',
      ...place,
    });
    const { panelAccounts, churnedAccounts } = run.totals;
    const [then, now] = left
      ? [churnedAccounts, counts.churnedAccounts]
      : [panelAccounts, counts.panelAccounts];
    return (
      <>
        <PageHeader
          title="Accounts looked at"
          breadcrumb={breadcrumb}
          description={`All churn figures of Issues rest on these accounts: each for the months in which it was a customer when the month began and in which feedback is on record for long enough before. As of ${formatDate(run.asOf)}.`}
        />
        <Tabs
          label="Accounts looked at"
          tabs={[
            {
              label: 'All',
              href: lookedAtHref(home),
              active: !left,
              count: formatNumber(counts.panelAccounts),
            },
            {
              label: 'Left in these months',
              href: lookedAtHref(home, { left: true }),
              active: Boolean(left),
              count: formatNumber(counts.churnedAccounts),
            },
          ]}
        />
        <CountedRows
          computedAt={run.computedAt}
          then={then}
          now={now}
          hasChanged={haveChanged({ panelAccounts, churnedAccounts }, counts)}
          {...place}
          shown={rows.length}
          noun="account"
          hrefOf={(target) => lookedAtHref(home, { left: Boolean(left), page: target })}
        >
          <PanelAccountsTable
            caption="Accounts with months at risk, by name"
            rows={rows}
            accountHrefOf={(accountId) => `${home}/accounts/${accountId}`}
          />
        </CountedRows>
      </>
    );
  },
});
