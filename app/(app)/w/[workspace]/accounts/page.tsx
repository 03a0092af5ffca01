import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AccountFilters } from '@/components/accounts/account-filters';
import { AccountTable } from '@/components/accounts/account-table';
import { AccountTabs } from '@/components/accounts/account-tabs';
import { NoAccountFits, NoAccounts } from '@/components/accounts/no-accounts';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { PageSteps } from '@/components/ui/page-steps';
import { accountsHref, parseAccountListQuery } from '@/lib/accounts/account-list-query';
import { findCustomChoices } from '@/lib/accounts/custom-fields';
import { findAccountChoices } from '@/lib/accounts/find-account-choices';
import { findFilterNames } from '@/lib/annotations/find-filter-choices';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { lastDays } from '@/lib/annotations/period';
import { formatCount, formatDate, formatMoneyCompact, formatNumber } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { MAX_LINKED_Q_VALUE } from '@/lib/impact/churn-link';
import { ACCOUNTS_PER_PAGE, findAccountPage } from '@/lib/impact/find-account-page';
import { findImpactThemes } from '@/lib/impact/find-impact-themes';
import { DEFAULT_PANEL_OPTIONS } from '@/lib/impact/panel';
import { addressSchema } from '@/lib/responses/address';
import { getSetting } from '@/lib/settings/queries';
import { findMembers } from '@/lib/workspaces/queries';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Accounts' };

const PROBLEM_DAYS = 90;
const PURPOSE = 'Which customers are at risk, and what they said last.';

export default definePage({
  permission: 'workspace.read',
  query: addressSchema,
  loading: <PageShape />,
  async render({ scope, workspace: { slug, currency } }, { query: address }) {
    const { unreadable, ...query } = parseAccountListQuery(address);
    const home = accountsHref(slug, {});
    if (unreadable.length > 0) {
      return (
        <>
          <PageHeader title="Accounts" description={PURPOSE} />
          <UnreadableFilters fields={unreadable} query={address} clearHref={home} />
        </>
      );
    }
    const today = new Date();
    const [recorded, rates, choices, impact, names, owners, fields] = await Promise.all([
      findRecordedDays(scope),
      getSetting(scope, 'currencyRates'),
      findAccountChoices(scope),
      findImpactThemes(scope),
      findFilterNames(scope, { import: query.filter.import }),
      findMembers(scope),
      findCustomChoices(scope),
    ]);
    const windowDays = impact?.windowDays ?? DEFAULT_PANEL_OPTIONS.windowDays;
    const problemDays = recorded && lastDays(recorded.to, PROBLEM_DAYS);
    const page = await findAccountPage(scope, query, { currency, rates, today, problemDays });
    const isFiltered = Object.keys(query.filter).length > 0;
    if (page.total === 0 && !isFiltered) return screen(slug, null, <NoAccounts workspaceSlug={slug} />);
    const fit = isFiltered ? (page.total === 1 ? ' fits' : ' fit') : '';
    const asOf = impact ? ` Risk as of ${formatDate(impact.asOf)}.` : '';
    const risk = page.risk
      ? ` Together ${formatMoneyCompact(page.risk.cents, currency)} a year is at risk${page.risk.known < page.total ? `, as far as it is known: of ${formatNumber(page.risk.known)} of them` : ''}.`
      : '';
    const said = problemDays ? ` Problems in the 90 days to ${formatDate(new Date(problemDays.to))}.` : '';
    return screen(
      slug,
      `${formatCount(page.total, 'account')}${fit}.${risk}${asOf}${said}`,
      page.rows.length > 0 ? (
        <AccountTable
          workspaceSlug={slug}
          currency={currency}
          query={query}
          rows={page.rows}
          problemDays={problemDays}
        />
      ) : (
        <NoAccountFits
          title={page.total === 0 ? 'No account fits these filters' : 'The list ends before this page'}
          clearHref={home}
        />
      ),
      <AccountFilters
        workspaceSlug={slug}
        query={query}
        choices={{ ...choices, themes: impact?.themes ?? [], owners, fields }}
        windowDays={windowDays}
        importName={names.import}
      />,
      page.rows.length > 0 && (
        <>
          <PageSteps
            page={query.page}
            pageSize={ACCOUNTS_PER_PAGE}
            shown={page.rows.length}
            total={page.total}
            noun="account"
            hrefOf={(target) => accountsHref(slug, query.filter, { ...query, page: target })}
          />
          <HowRiskIsComputed windowDays={windowDays} />
        </>
      ),
    );
  },
});

function screen(
  slug: string,
  description: string | null,
  list: ReactNode,
  filters?: ReactNode,
  below?: ReactNode,
) {
  return (
    <>
      <PageHeader
        title="Accounts"
        description={description ?? PURPOSE}
        actions={<ButtonLink href={`/w/${slug}/contacts/duplicates`}>Possible duplicates</ButtonLink>}
      />
      <AccountTabs workspaceSlug={slug} active="list" />
      {filters}
      <Card flush>{list}</Card>
      {below}
    </>
  );
}

function HowRiskIsComputed({ windowDays }: { windowDays: number }) {
  return (
    <details className="text-sm text-ink-mute">
      <summary className="inline-flex min-h-6 cursor-pointer items-center rounded-sm font-medium hover:text-ink">
        How ARR at risk is computed
      </summary>
      <p className="mt-2 max-w-prose">
        For each theme that an active account had a problem with in the last {windowDays} days: its ARR, times
        how much likelier it is to churn within 12 months than accounts like it without the problem, as the
        issue’s risk ratio has it once it is pulled towards 1 as far as the data are few. Several themes are
        combined so that no part of the ARR counts twice: 1 − (1 − share) × (1 − share) …, each share at least
        0. It says what is associated with churn, not what causes it, and must not be added to the figures of
        the issues. Every problem counts, also one whose link may be chance; the page of issues names first
        what is at risk with problems associated with churn (q &lt; {MAX_LINKED_Q_VALUE}) and opens these
        accounts with those problems alone. An account that has left or pays less since the ranking counts
        here with what is left, so a sum may be below the one there.
      </p>
    </details>
  );
}
