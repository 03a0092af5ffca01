import type { Metadata } from 'next';
import { z } from 'zod';
import { AccountTabs } from '@/components/accounts/account-tabs';
import { CohortTable } from '@/components/accounts/cohort-table';
import { NoAccounts } from '@/components/accounts/no-accounts';
import { Card } from '@/components/ui/card';
import { HowMade } from '@/components/ui/how-made';
import { PageHeader } from '@/components/ui/page-header';
import { PageSteps } from '@/components/ui/page-steps';
import { Section } from '@/components/ui/section';
import { minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { formatCount, formatDate } from '@/lib/core/format';
import { findCohorts } from '@/lib/health/find-cohorts';
import { definePage } from '@/lib/http/define-page';
import { getSetting } from '@/lib/settings/queries';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Cohorts' };

const COHORTS_PER_PAGE = 24;

export default definePage({
  permission: 'workspace.read',
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  loading: <PageShape />,
  async render({ scope, workspace: { slug, currency } }, { query: { page } }) {
    const home = `/w/${slug}/accounts/cohorts`;
    const [recorded, rates] = await Promise.all([
      findRecordedDays(scope),
      getSetting(scope, 'currencyRates'),
    ]);
    const until = recorded ? new Date(recorded.to) : new Date();
    const factors = minorUnitFactors(currency, rates);
    const { total, cohorts, withoutStart } = await findCohorts(scope, {
      ...{ until, factors, page, pageSize: COHORTS_PER_PAGE },
    });
    const left =
      withoutStart > 0 ? ` ${formatCount(withoutStart, 'account')} without a start date are left out.` : '';
    return (
      <>
        <PageHeader
          title="Cohorts"
          description={`Customers by the month they began, and how many of them, and how much of their ARR, stayed. As of ${formatDate(until)}.${left}`}
        />
        <AccountTabs workspaceSlug={slug} active="cohorts" />
        {cohorts.length === 0 ? (
          <Card flush>
            {total === 0 ? (
              <NoAccounts workspaceSlug={slug} />
            ) : (
              <p className="p-4 text-ink-mute">The list ends before this page.</p>
            )}
          </Card>
        ) : (
          <>
            <Section title="Accounts kept">
              <Card flush>
                <CohortTable workspaceSlug={slug} cohorts={cohorts} show="accounts" />
              </Card>
            </Section>
            <Section
              title="ARR kept"
              description="Above 100% where those who stayed came to pay more than those who left had paid."
            >
              <Card flush>
                <CohortTable workspaceSlug={slug} cohorts={cohorts} show="arr" />
              </Card>
            </Section>
            <PageSteps
              page={page}
              pageSize={COHORTS_PER_PAGE}
              shown={cohorts.length}
              total={total}
              noun="cohort"
              hrefOf={(target) => (target > 1 ? `${home}?page=${target}` : home)}
            />
          </>
        )}
        <HowMade
          entries={[
            {
              term: 'Still there',
              description:
                'An account counts at so many months if it had not left by that day, counted from its own start. A dash stands where not all of a month’s accounts have come so far.',
            },
            {
              term: 'ARR kept',
              description:
                'ARR on that day over ARR on the first, of accounts whose ARR is known on both; those that left count nothing. Other currencies are converted by the rates of the settings, the same for both days.',
            },
          ]}
        />
      </>
    );
  },
});
