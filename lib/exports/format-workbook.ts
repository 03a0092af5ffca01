import { formatDateTime } from '@/lib/core/format';
import { type IssueLine, type IssuesExport, toIssueLines } from '@/lib/exports/format-issues';
import { formatXlsx, type XlsxCell } from '@/lib/exports/xlsx';
import { statusWords } from '@/lib/issues/schema';
import { formatWeights } from '@/lib/issues/weights';

type Column = { head: string; width: number; of: (line: IssueLine) => XlsxCell };

const value =
  (key: keyof IssueLine) =>
  (line: IssueLine): XlsxCell => {
    const cell = line[key];
    return typeof cell === 'bigint' ? Number(cell) : (cell ?? null);
  };

/** What a product manager plans with: who, what, how much, why; the words of the screen, units in the heads. */
function columnsIn(currency: string): Column[] {
  return [
    { head: 'Rank', width: 6, of: value('rank') },
    { head: 'Issue', width: 36, of: value('name') },
    { head: 'Status', width: 13, of: ({ status }) => statusWords[status as keyof typeof statusWords] },
    { head: 'Owner', width: 20, of: value('owner') },
    { head: 'Effort (days)', width: 12, of: value('effortDays') },
    { head: `ARR at risk, 12 months (${currency})`, width: 16, of: value('arrAtRisk') },
    { head: `At risk, 95% low (${currency})`, width: 16, of: value('arrAtRiskLow') },
    { head: `At risk, 95% high (${currency})`, width: 16, of: value('arrAtRiskHigh') },
    { head: `ARR exposed (${currency})`, width: 16, of: value('exposedArr') },
    { head: 'Priority (0-100)', width: 10, of: value('priorityScore') },
    { head: 'Frequency (0-100)', width: 10, of: value('frequencyScore') },
    { head: 'Churn (0-100)', width: 10, of: value('churnScore') },
    { head: 'Revenue (0-100)', width: 10, of: value('impactScore') },
    { head: 'Accounts', width: 10, of: value('accounts') },
    { head: 'Statements', width: 10, of: value('mentions') },
    { head: 'Churn risk ratio', width: 10, of: value('riskRatio') },
    { head: 'Risk ratio, 95% low', width: 10, of: value('riskRatioLow') },
    { head: 'Risk ratio, 95% high', width: 10, of: value('riskRatioHigh') },
    { head: 'Risk ratio counted with', width: 10, of: value('riskRatioShrunk') },
    { head: 'q value', width: 10, of: value('qValue') },
    { head: 'Stays in top 5 (share of draws)', width: 12, of: value('top5Share') },
    { head: 'Stays in top 10 (share of draws)', width: 12, of: value('top10Share') },
    { head: 'Cases, 12 months', width: 10, of: value('cases') },
    { head: `Cost to serve, 12 months (${currency})`, width: 14, of: value('costToServe') },
    {
      head: 'Shipped on',
      width: 12,
      of: ({ shippedOn }) => (shippedOn ? new Date(String(shippedOn)) : null),
    },
    { head: 'NPS points won back', width: 12, of: value('npsPointsWonBack') },
    { head: 'Won back, 95% low', width: 12, of: value('npsPointsWonBackLow') },
    { head: 'Won back, 95% high', width: 12, of: value('npsPointsWonBackHigh') },
    { head: 'NPS answers before', width: 12, of: value('npsAnswersBefore') },
    { head: 'NPS answers after', width: 12, of: value('npsAnswersAfter') },
    { head: 'Notes', width: 40, of: value('notes') },
    { head: 'Tickets', width: 14, of: value('tickets') },
    { head: 'Issue id', width: 38, of: value('issueId') },
    { head: 'Link', width: 60, of: value('link') },
  ];
}

/** The list as an Excel workbook, with a sheet that says of when it is and how it was ranked. */
export function formatIssuesXlsx(source: IssuesExport): Uint8Array {
  const { run, weights, workspaceName } = source;
  const columns = columnsIn(run.totals.currency);
  const lines = toIssueLines(source);
  const about: XlsxCell[][] = [
    ['About this list', ''],
    ['Workspace', workspaceName],
    ['As of', run.asOf],
    ['Ranked', formatDateTime(run.computedAt)],
    ['Currency', run.totals.currency],
    ['Weights (frequency : churn : revenue)', formatWeights(weights)],
    ['Issues', lines.length],
    ['Days before a month in which a complaint counts', run.parameters.windowDays],
    ['Days between complaint and month', run.parameters.lagDays],
    [
      'How a ranking is read',
      'Figures say what goes with churn, never what causes it. Empty is unknown, not 0.',
    ],
  ];
  return formatXlsx([
    {
      name: 'Issues',
      rows: [columns.map(({ head }) => head), ...lines.map((line) => columns.map(({ of }) => of(line)))],
      widths: columns.map(({ width }) => width),
    },
    { name: 'About', rows: about, widths: [46, 60] },
  ]);
}
