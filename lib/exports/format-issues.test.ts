import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatIssuesCsv, formatIssuesJson } from '@/lib/exports/format-issues';
import { formatJiraCsv } from '@/lib/exports/format-jira-csv';
import { formatIssuesXlsx } from '@/lib/exports/format-workbook';
import { makeExport } from '@/lib/exports/testing/make-export';
import { makeRankedIssue as makeIssue } from '@/lib/issues/testing/make-ranked-issue';
import { settingSchemas } from '@/lib/settings/schema';

const readCsv = (text: string): Record<string, string>[] => parse(text, { columns: true });

test('has the columns of the terminal, then the currency and what people decided', () => {
  const [row] = readCsv(formatIssuesCsv(makeExport([makeIssue('Zoho CRM')])));
  expect(Object.keys(row ?? {}).join()).toBe(
    'rank,themeId,name,priorityScore,frequencyScore,churnScore,impactScore,accounts,mentions,riskRatio,riskRatioLow,riskRatioHigh,qValue,exposedArr,arrAtRisk,arrAtRiskLow,arrAtRiskHigh,riskRatioShrunk,currency,issueId,top5Share,top10Share,cases,costToServe,status,owner,effortDays,shippedOn,npsPointsWonBack,npsPointsWonBackLow,npsPointsWonBackHigh,npsAnswersBefore,npsAnswersAfter,notes,tickets,link',
  );
  expect(row).toMatchObject({
    priorityScore: '95.61',
    riskRatio: '4.5512',
    riskRatioHigh: '',
    qValue: '0.0000023',
    exposedArr: '1490000.5',
    arrAtRiskLow: '60200',
    currency: 'USD',
    status: 'wont_do',
    owner: '',
    tickets: 'ED-24 #7',
    link: 'https://voc.example/w/acme/issues/i1',
  });
  expect(row).toMatchObject({
    ...{ issueId: 'i1', top5Share: '1', top10Share: '1', cases: '12', costToServe: '1800.5' },
    ...{ npsPointsWonBack: '1.23', npsPointsWonBackLow: '-0.5', npsPointsWonBackHigh: '3' },
    ...{ npsAnswersBefore: '120', npsAnswersAfter: '80', notes: "'=Ask, first" },
  });
});

test.each([
  ['=HYPERLINK("http://evil","x")', `'=HYPERLINK("http://evil","x")`],
  ['+cmd|calc', "'+cmd|calc"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
])('the title %j cannot run in a spreadsheet', (title, expected) => {
  expect(readCsv(formatIssuesCsv(makeExport([makeIssue(title)])))[0]?.name).toBe(expected);
});

test.each(['Slow, and "ugly"', 'two\nlines', 'Schöne Grüße 📱 登录', 'a;b'])(
  'the title %j survives',
  (title) => {
    expect(readCsv(formatIssuesCsv(makeExport([makeIssue(title)])))[0]?.name).toBe(title);
  },
);

test('a currency without cents is not divided', () => {
  expect(readCsv(formatIssuesCsv(makeExport([makeIssue('Slow')], 'JPY')))[0]?.arrAtRisk).toBe('20800000');
});

test('what is not known of revenue stays empty, never 0', () => {
  const known = makeIssue('Slow');
  const issue = {
    ...known,
    impactScore: null,
    details: {
      ...known.details,
      revenue: {
        exposedAccounts: 33,
        accountsWithArr: 0,
        exposedArrCents: null,
        arrAtRiskCents: null,
        interval: null,
        accounts: [],
      },
    },
  };
  const source = makeExport([issue]);
  expect(readCsv(formatIssuesCsv(source))[0]).toMatchObject({
    impactScore: '',
    exposedArr: '',
    arrAtRisk: '',
    arrAtRiskLow: '',
    arrAtRiskHigh: '',
  });
  const totals = { ...source.run.totals, accountsWithArr: 0, portfolioAtRiskCents: null };
  const document = JSON.parse(formatIssuesJson({ ...source, run: { ...source.run, totals } }));
  expect(document.totals).toMatchObject({ accountsWithKnownArr: 0, portfolioArrAtRiskMajorUnits: null });
  expect(document.issues[0]).toMatchObject({
    exposedAccountsWithKnownArr: 0,
    exposedArrMajorUnits: null,
    arrAtRisk12MonthsMajorUnits: null,
  });
});

test('the ratio that is counted with stands beside the raw one, and is empty where there is none', () => {
  const known = makeIssue('Slow');
  const counted = known.details.churn.shrunk.riskRatio;
  expect(counted).toBeLessThan(known.details.churn.estimate?.riskRatio ?? 0);
  const { churn } = known.details;
  const unknown = {
    ...known,
    details: { ...known.details, churn: { ...churn, estimate: null, reason: 'no-months' } },
  };
  const source = makeExport([known, unknown]);
  expect(readCsv(formatIssuesCsv(source)).map((row) => row.riskRatioShrunk)).toEqual([String(counted), '']);
  const { issues } = JSON.parse(formatIssuesJson(source));
  expect(issues.map((issue: Record<string, unknown>) => issue.churnRiskRatioShrunk)).toEqual([counted, null]);
});

test('JSON says its day, weights and units', () => {
  const document = JSON.parse(formatIssuesJson(makeExport([makeIssue('Slow')])));
  expect(document).toMatchObject({
    asOf: '2026-10-31',
    currency: 'USD',
    weights: { frequency: 1, churn: 3, impact: 1 },
    parameters: { exposureWindowDays: 90, lagDays: 30 },
    totals: { portfolioArrAtRiskMajorUnits: 500_000 },
  });
  expect(document.issues[0]).toMatchObject({
    isAssociatedWithChurn: true,
    exposedAccountsWithKnownArr: 30,
    problemMentionsWithoutAccount: 40,
    exposedArrMajorUnits: 1_490_000.5,
    churnRiskRatioHigh95: null,
    arrAtRisk12MonthsLow95MajorUnits: 60_200,
    top5ShareOfBootstraps: 1,
    notes: '=Ask, first',
    casesLast12Months: 12,
    costToServeLast12MonthsMajorUnits: 1800.5,
    npsPointsWonBack: { value: 1.23, low95: -0.5, high95: 3, answersBefore: 120, answersAfter: 80 },
  });
});

const byHand = {
  issueId: 'i9',
  title: '=By hand',
  status: 'planned',
  ownerId: 'm1',
  effortDays: 2.5,
  shippedAt: null,
  isByHand: true,
  statements: 3,
  accounts: 2,
} as const;

test('an issue without a rank has what people decided, and no figures', () => {
  const source = { ...makeExport([makeIssue('Slow')]), unranked: [byHand] };
  expect(readCsv(formatIssuesCsv(source))[1]).toMatchObject({
    rank: '',
    name: "'=By hand",
    arrAtRisk: '',
    status: 'planned',
    owner: 'name of m1',
    effortDays: '2.5',
    issueId: 'i9',
    ...{ top5Share: '', cases: '', costToServe: '', npsPointsWonBack: '' },
  });
  const { issues, unrankedIssues } = JSON.parse(formatIssuesJson(source));
  expect(issues[0]).toMatchObject({ owner: null, tickets: ['ED-24', '#7'] });
  expect(unrankedIssues).toMatchObject([{ name: '=By hand', pinnedStatements: 3, effortDays: 2.5 }]);
});

test('a workbook has the words of the screen, numbers as numbers and no formula', () => {
  const source = {
    ...makeExport([makeIssue('=1+1', { shippedAt: new Date('2026-10-31') })]),
    unranked: [byHand],
  };
  const files = unzipSync(formatIssuesXlsx(source));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain(">Won't do<");
  expect(sheet).toContain('>Effort (days)<');
  for (const head of ['Stays in top 5 (share of draws)', 'Cost to serve, 12 months (USD)', 'Notes']) {
    expect(sheet).toContain(`>${head}<`);
  }
  expect(sheet).toContain('>=Ask, first<');
  expect(sheet).toContain('<v>1800.5</v>');
  expect(sheet).toContain('<v>208000</v>');
  expect(sheet).toContain('<v>46326</v>');
  expect(sheet).toContain('>=By hand<');
  expect(sheet).not.toContain('<f>');
});

test('a file for Jira has a row for each issue, mapped as the settings say', () => {
  const settings = settingSchemas.jira.parse({
    issueType: 'Bug',
    labels: ['voc', 'export'],
    priorities: { high: 'High', medium: 'Medium', low: '' },
  });
  const text = formatJiraCsv({ ...makeExport([makeIssue('Slow\nexport')]), unranked: [byHand] }, settings);
  const [head, first, second] = parse(text) as string[][];
  expect(head).toEqual([
    'Summary',
    'Issue Type',
    'Priority',
    'Description',
    'Labels',
    'Labels',
    'Labels',
    'Date Created',
  ]);
  expect(first).toEqual([
    'Slow export',
    'Bug',
    'High',
    expect.any(String),
    'voc',
    'export',
    'verbatim-i1',
    '2026-10-31 00:00:00',
  ]);
  expect(first?.[3]).toContain('382 statements from 93 accounts');
  expect(first?.[3]).toContain('https://voc.example/w/acme/issues/i1');
  expect(second?.slice(0, 3)).toEqual(['“=By hand”', 'Bug', '']);
});

test('a file for Jira names Jira’s own priorities where none are set, and keeps titles that begin like formulas', () => {
  const titles = ['-2+3 stars', '@SUM does nothing', '-5', `=${'x'.repeat(300)}`];
  const text = formatJiraCsv(
    makeExport(titles.map((title) => makeIssue(title))),
    settingSchemas.jira.parse({}),
  );
  const rows = (parse(text) as string[][]).slice(1);
  expect(rows.map(([summary]) => summary)).toEqual([
    '“-2+3 stars”',
    '“@SUM does nothing”',
    '-5',
    `“=${'x'.repeat(252)}”`,
  ]);
  expect(rows.map(([, , priority]) => priority)).toEqual(['High', 'High', 'High', 'High']);
});
