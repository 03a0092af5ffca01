import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { ImpactDetails, ImpactParameters, ImpactTotals } from '@/lib/impact/schema';

/** What an account stands to lose with a theme, as a run keeps it. */
export interface KeptShare {
  accountId: string;
  lostShare: number | null;
}

const parameters: ImpactParameters = {
  ...{ windowDays: 90, lagDays: 30, keptPercent: 80, strataField: '' },
  coverage: { feedbackFrom: 19_800, feedbackUntil: 20_600, churnUntil: 20_600 },
  weights: { frequency: 1, churn: 1, impact: 1 },
};

const totals: ImpactTotals = {
  ...{ hasChurn: true, churnLeftOut: null },
  ...{ accounts: 100, panelAccounts: 100, churnedAccounts: 20, accountsWithArr: 100, accountsWithoutRate: 0 },
  ...{ portfolioAtRiskCents: 0, portfolioInterval: null, linkedAtRiskCents: 0, linkedInterval: null },
  currency: 'USD',
};

/** A run of impact that says of each theme which accounts are exposed and what share of their ARR is at risk. */
export async function makeImpactRun(
  scope: Scope,
  {
    asOf,
    computedAt = asOf,
    themes,
    linked = [],
  }: {
    asOf: string;
    computedAt?: string;
    themes: Map<string, KeptShare[]>;
    /** Themes that may be called associated with churn. */
    linked?: readonly string[];
  },
): Promise<void> {
  const { workspaceId } = scope;
  const runId = newId();
  await scope.run(async (db) => {
    await db.impactRun.create({
      data: {
        ...{ workspaceId, id: runId, parameters, totals },
        asOf: new Date(asOf),
        computedAt: new Date(computedAt),
      },
    });
    await db.themeImpact.createMany({
      data: Array.from(themes, ([themeId, accounts]) => ({
        ...{ workspaceId, id: newId(), runId, themeId, mentions: 1, accounts: 1 },
        ...{
          frequency: 1,
          churn: 1,
          impact: 1,
          details: detailsOf(themeId, accounts, linked.includes(themeId)),
        },
      })),
    });
  });
}

const estimate = {
  ...{ riskRatio: 2, logRiskRatio: Math.log(2), standardError: 0.2, interval: { low: 1.3, high: 3 } },
  ...{
    test: 'cochran-mantel-haenszel' as const,
    pValue: 0.001,
    qValue: 0.01,
    eValue: 3,
    intervalEValue: 1.9,
  },
};

function detailsOf(themeId: string, accounts: KeptShare[], isLinked: boolean) {
  return {
    units: accounts.length,
    mentionsWithoutAccount: 0,
    exposedStrategicArrCents: 0,
    churn: {
      themeId,
      exposedAccounts: 40,
      exposedMonths: 120,
      exposedChurned: 12,
      comparisonMonths: 900,
      comparisonChurned: 20,
      coarsening: 0,
      strata: 9,
      keptExposedShare: 0.9,
      estimate: isLinked ? estimate : null,
      reason: isLinked ? null : 'too-few-churned-accounts',
      shrunk: { riskRatio: 1.4, interval: { low: 1.1, high: 1.9 }, probabilityPositive: 0.98 },
      sensitivity: [],
    },
    revenue: {
      exposedAccounts: accounts.length,
      accountsWithArr: accounts.length,
      exposedArrCents: 0,
      arrAtRiskCents: 0,
      interval: null,
      accounts: accounts.map(({ accountId, lostShare }) => ({ accountId, arrCents: 0, lostShare })),
    },
    stability: null,
    score: null,
    parts: [],
    csat: null,
    outcomes: [],
  } satisfies ImpactDetails;
}
