import type { ExportedWork } from '@/lib/exports/find-export-work';
import type { IssuesExport } from '@/lib/exports/format-issues';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';

/** A ranked issue with all its figures. */
export const makeIssue = (title: string, more: Partial<RankedIssue> = {}): RankedIssue => ({
  issueId: 'i1',
  themeId: 't1',
  title,
  status: 'wont_do',
  ownerId: null,
  effortDays: null,
  shippedAt: null,
  rank: 1,
  priorityScore: 95.6123,
  frequencyScore: 87,
  churnScore: 100,
  impactScore: 99.999,
  mentions: 382,
  accounts: 93,
  frequency: 30,
  churn: 1,
  impact: 1_490_000,
  details: {
    units: 95,
    mentionsWithoutAccount: 40,
    exposedStrategicArrCents: 149_000_050,
    outcomes: [],
    churn: {
      themeId: 't1',
      exposedAccounts: 70,
      exposedMonths: 300,
      exposedChurned: 19,
      comparisonMonths: 2000,
      comparisonChurned: 30,
      coarsening: 0,
      strata: 80,
      keptExposedShare: 0.9,
      estimate: {
        riskRatio: 4.55123,
        logRiskRatio: 1.5,
        standardError: 0.3,
        interval: { low: 2.53, high: null },
        test: 'cochran-mantel-haenszel',
        pValue: 0.0000001,
        qValue: 0.0000023,
        eValue: 8,
        intervalEValue: 4,
      },
      reason: null,
      shrunk: { riskRatio: 3, interval: { low: 1.9, high: 5 }, probabilityPositive: 1 },
      sensitivity: [],
    },
    revenue: {
      exposedAccounts: 33,
      accountsWithArr: 30,
      exposedArrCents: 149_000_050,
      arrAtRiskCents: 20_800_000,
      interval: { low: -6_020_000, high: 51_700_000 },
      accounts: [],
    },
    stability: { top5Share: 1, top10Share: 1 },
    score: null,
    parts: [],
    csat: null,
  },
  ...more,
});

const days = (answers: number) => ({ from: '2026-01-01', to: '2026-06-29', answers });
const work: ExportedWork = {
  notes: '=Ask, first',
  cases: 12,
  serveCostCents: 180_050,
  points: { value: 1.2345, interval: { low: -0.5, high: 3 }, before: days(120), after: days(80) },
};

/** What a file is made from: of issue `i1` the work is known. */
export const makeExport = (issues: RankedIssue[], currency = 'USD'): IssuesExport => ({
  run: {
    asOf: new Date('2026-10-31'),
    computedAt: new Date('2026-11-01T08:00:00Z'),
    parameters: {
      windowDays: 90,
      lagDays: 30,
      strataField: '',
      coverage: { feedbackFrom: 19_800, feedbackUntil: 20_600, churnUntil: 20_600 },
      weights: { frequency: 1, churn: 1, impact: 1 },
    },
    totals: {
      hasChurn: true,
      churnLeftOut: null,
      accounts: 400,
      panelAccounts: 387,
      churnedAccounts: 75,
      portfolioAtRiskCents: 50_000_000,
      currency,
      accountsWithArr: 380,
      accountsWithoutRate: 0,
    },
  },
  issues,
  weights: { frequency: 1, churn: 3, impact: 1 },
  unranked: [],
  workspaceName: 'Acme',
  nameOf: (id) => `name of ${id}`,
  ticketsOf: () => ['ED-24', '#7'],
  workOf: (issueId) => (issueId === 'i1' ? work : null),
  linkOf: (issueId) => `https://voc.example/w/acme/issues/${issueId}`,
});
