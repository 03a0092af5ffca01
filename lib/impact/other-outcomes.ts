import { type ChurnAssociation, computeChurnAssociations } from '@/lib/impact/churn-association';
import { monthOf } from '@/lib/impact/months';
import {
  isRenewalDue,
  type PanelAccount,
  type PanelInput,
  type PanelOptions,
  type PreparedPanel,
  preparePanel,
} from '@/lib/impact/panel';
import type { ImpactDetails } from '@/lib/impact/schema';

/** Events other than leaving that a problem may go with. */
export const otherOutcomes = ['contraction', 'non_renewal'] as const;
export type OtherOutcome = (typeof otherOutcomes)[number];

/** A theme's comparison with another event. */
export type OutcomeComparison = ImpactDetails['outcomes'][number];

/**
 * Each theme compared as for churn, with another event: that an account first came to pay less, or that it left in the month its
 * renewal was due. Whoever leaves otherwise is watched until then and counts as without the event (censored). q values
 * are over the themes of one event.
 */
export function compareOtherOutcomes(
  input: PanelInput,
  themeIds: readonly string[],
  panel: PanelOptions,
  panelUnder: PreparedPanel = preparePanel(input),
): Map<string, OutcomeComparison[]> {
  const found = new Map<string, OutcomeComparison[]>();
  for (const outcome of otherOutcomes) {
    const { themes } = computeChurnAssociations(input, themeIds, {
      panel,
      sensitivityLagDays: [],
      panelUnder: (options) => panelUnder(options, (account) => withEvent(account, outcome)),
    });
    for (const theme of themes) {
      found.set(theme.themeId, [...(found.get(theme.themeId) ?? []), toComparison(outcome, theme)]);
    }
  }
  return found;
}

/** The account with another event in the place of leaving. */
export function withEvent(account: PanelAccount, outcome: OtherOutcome): PanelAccount {
  const { churnedDay, contractedDay = null } = account;
  if (outcome === 'contraction') return { ...account, churnedDay: contractedDay, leftDay: churnedDay };
  const isAtRenewal = churnedDay !== null && isRenewalDue(account, monthOf(churnedDay));
  return { ...account, churnedDay: isAtRenewal ? churnedDay : null, leftDay: churnedDay };
}

function toComparison(outcome: OtherOutcome, theme: ChurnAssociation): OutcomeComparison {
  const { exposedAccounts, exposedMonths, comparisonMonths, coarsening, estimate, reason } = theme;
  return {
    ...{ outcome, coarsening, exposedAccounts, exposedMonths, comparisonMonths, reason },
    exposedEvents: theme.exposedChurned,
    comparisonEvents: theme.comparisonChurned,
    estimate: estimate && {
      riskRatio: estimate.riskRatio,
      interval: { low: estimate.interval.low, high: estimate.interval.high },
      qValue: estimate.qValue,
    },
  };
}
