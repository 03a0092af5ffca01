import { Bell, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { AlertTable } from '@/components/alerts/alert-table';
import { kindWords, orderWords, stateWords } from '@/components/alerts/alert-words';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { ChoiceField } from '@/components/ui/filter-fields';
import { KeysetSteps } from '@/components/ui/keyset-steps';
import { PageHeader } from '@/components/ui/page-header';
import { type AlertQuery, alertFilterSchema, alertOrders, alertsHref } from '@/lib/alerts/alert-filter';
import { countAlerts, findAlertPage } from '@/lib/alerts/find-alerts';
import { type AlertRules, findRules } from '@/lib/alerts/find-rules';
import { alertKinds, alertStates } from '@/lib/alerts/schema';
import { formatDate } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { addressSchema, readAddress } from '@/lib/responses/address';
import { parseCursor } from '@/lib/responses/keyset-page';
import { findThemeNames } from '@/lib/themes/find-theme';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Alerts' };

export default definePage({
  permission: 'workspace.read',
  query: addressSchema,
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query }) {
    const home = alertsHref(slug, {});
    const { fields: filter, unreadable } = readAddress(alertFilterSchema, query);
    if (!filter) {
      return (
        <>
          <PageHeader title="Alerts" />
          <UnreadableFilters fields={unreadable} query={query} clearHref={home} />
        </>
      );
    }
    const [count, page, rules, themes] = await Promise.all([
      countAlerts(scope, filter),
      findAlertPage(scope, { order: 'strength', ...filter }, parseCursor([query.at].flat()[0])),
      findRules(scope),
      findThemeNames(scope),
    ]);
    return (
      <>
        <PageHeader
          title="Alerts"
          description={`What changed more than chance explains. ${judgedInWords(rules)}`}
          actions={<ButtonLink href={`${home}/rules`}>Rules</ButtonLink>}
        />
        <FilterBar action={home} label="Filter alerts" chips={chipsOf(slug, filter, themes)} clearHref={home}>
          {filter.theme && <input type="hidden" name="theme" value={filter.theme} />}
          <ChoiceField
            name="state"
            label="State"
            set={filter.state}
            options={alertStates.map((value) => ({ value, name: stateWords[value] }))}
          />
          <ChoiceField
            name="kind"
            label="Kind"
            set={filter.kind}
            options={alertKinds.map((value) => ({ value, name: kindWords[value] }))}
          />
          <ChoiceField
            name="order"
            label="Order"
            set={filter.order}
            options={alertOrders.map((value) => ({ value, name: orderWords[value] }))}
          />
        </FilterBar>
        <Card flush>
          {page.rows.length > 0 ? (
            <AlertTable workspaceSlug={slug} rows={page.rows} />
          ) : Object.keys(filter).length > 0 ? (
            <EmptyState icon={SearchX} title="No alert fits these filters">
              Remove one of them above.
            </EmptyState>
          ) : (
            <EmptyState icon={Bell} title="No alerts">
              A theme that surges or is new, or a score that changes, appears here on its day.
            </EmptyState>
          )}
        </Card>
        <KeysetSteps page={page} total={count} noun="alert" listHref={alertsHref(slug, filter)} />
      </>
    );
  },
});

function judgedInWords({ theme_surge, new_theme, score_change }: AlertRules): string {
  const judged = [theme_surge, new_theme, score_change].flatMap(({ judgedTo }) => judgedTo ?? []).sort();
  const last = judged.at(-1);
  return last ? `Judged up to ${formatDate(new Date(last))}.` : 'Nothing has been judged yet.';
}

function chipsOf(slug: string, filter: AlertQuery, themes: readonly { id: string; name: string }[]) {
  const without = (name: keyof AlertQuery) => alertsHref(slug, { ...filter, [name]: undefined });
  const theme = themes.find(({ id }) => id === filter.theme);
  return [
    ...(filter.state
      ? [{ name: 'State', value: stateWords[filter.state], removeHref: without('state') }]
      : []),
    ...(filter.kind ? [{ name: 'Kind', value: kindWords[filter.kind], removeHref: without('kind') }] : []),
    ...(filter.order
      ? [{ name: 'Order', value: orderWords[filter.order], removeHref: without('order') }]
      : []),
    ...(filter.theme
      ? [{ name: 'Theme', value: theme?.name ?? 'no longer there', removeHref: without('theme') }]
      : []),
  ];
}
