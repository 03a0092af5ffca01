import type { ExportedWork } from '@/lib/exports/find-export-work';
import type { IssuesExport } from '@/lib/exports/format-issues';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';

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
      keptPercent: 80,
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
      portfolioInterval: { low: 20_000_000, high: 90_000_000 },
      linkedAtRiskCents: 30_000_000,
      linkedInterval: { low: 10_000_000, high: 60_000_000 },
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
