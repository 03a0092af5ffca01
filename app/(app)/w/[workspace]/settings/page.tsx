import type { Metadata } from 'next';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { ChurnComparisonForm } from '@/components/workspaces/churn-comparison-form';
import { CostToServeForm } from '@/components/workspaces/cost-to-serve-form';
import { currencyOptions } from '@/components/workspaces/currency-options';
import { CurrencyRatesForm } from '@/components/workspaces/currency-rates-form';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { WorkspaceForm } from '@/components/workspaces/workspace-form';
import { findGroupingFields } from '@/lib/accounts/custom-fields';
import { findArrCurrencies } from '@/lib/accounts/find-arr-currencies';
import { can } from '@/lib/auth/permissions';
import type { Scope } from '@/lib/db/scope';
import { definePage } from '@/lib/http/define-page';
import { getSetting } from '@/lib/settings/queries';
import { saveComparison, saveCost, saveRates, saveWorkspace } from './actions';

export const metadata: Metadata = { title: 'Settings' };

export default definePage({
  permission: 'workspace.read',
  async render({ scope, role, workspace }) {
    const mayEdit = can(role, 'settings.edit');
    const [rates, comparison, fieldChoices, cost] = await Promise.all([
      findRateRows(scope, workspace.currency),
      getSetting(scope, 'churnComparison'),
      findGroupingFields(scope),
      getSetting(scope, 'costToServe'),
    ]);
    return (
      <>
        <Section title="General">
          <ReadOnlyNote role={role} permission="settings.edit" />
          <Card className="max-w-2xl">
            <WorkspaceForm
              action={saveWorkspace.bind(null, workspace.slug)}
              currencies={currencyOptions()}
              name={workspace.name}
              currency={workspace.currency}
              button="Save"
              disabled={!mayEdit}
            />
          </Card>
        </Section>
        <Section
          id="currency-rates"
          title="Currency rates"
          description={`What ARR in other currencies is worth in ${workspace.currency}. Rates are yours: none is fetched. Issues are ranked again when one changes.`}
        >
          <Card className="max-w-2xl">
            {rates.length > 0 ? (
              <CurrencyRatesForm
                key={workspace.currency}
                action={saveRates.bind(null, workspace.slug)}
                workspaceSlug={workspace.slug}
                currency={workspace.currency}
                rows={rates}
                disabled={!mayEdit}
              />
            ) : (
              <p className="text-ink-mute">All ARR is in {workspace.currency}: no rate is needed.</p>
            )}
          </Card>
        </Section>
        <Section
          id="churn-comparison"
          title="Comparison for churn"
          description="How a problem goes with leaving is told from months of accounts that had complained beside months of accounts alike that had not. Issues are ranked again when this changes."
        >
          <Card className="max-w-2xl">
            <ChurnComparisonForm
              action={saveComparison.bind(null, workspace.slug)}
              windowDays={comparison.windowDays}
              lagDays={comparison.lagDays}
              keptPercent={comparison.keptPercent}
              strataField={comparison.strataField}
              fieldChoices={fieldChoices}
              disabled={!mayEdit}
            />
          </Card>
        </Section>
        <Section
          id="cost-to-serve"
          title="Cost to serve"
          description="What it costs to answer a ticket, a call or a chat. Issues then show what their cases cost."
        >
          <Card className="max-w-2xl">
            <CostToServeForm
              action={saveCost.bind(null, workspace.slug)}
              currency={workspace.currency}
              minutesPerCase={cost.minutesPerCase}
              hourlyCost={cost.hourlyCost}
              disabled={!mayEdit}
            />
          </Card>
        </Section>
      </>
    );
  },
});

/** The currencies that need a rate or have one, each with its rate and the accounts it is for. */
async function findRateRows(scope: Scope, own: string) {
  const [found, rates] = await Promise.all([findArrCurrencies(scope), getSetting(scope, 'currencyRates')]);
  const accountsOf = new Map(found.map(({ currency, accounts }) => [currency, accounts]));
  return [...new Set([...accountsOf.keys(), ...Object.keys(rates)])]
    .filter((code) => code !== own)
    .sort()
    .map((code) => ({ code, rate: rates[code] ?? null, accounts: accountsOf.get(code) ?? 0 }));
}
