import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formatCsvRow } from '@/lib/core/csv';
import { makeSampleWorkspace } from '@/prisma/sample/make-sample-workspace';
import { InputError, UsageError } from './command-error';
import { run } from './rank';

const RATES = { USD: 1, EUR: 1.1, GBP: 1.3 };
const FEEDBACK_HEADER = 'id,text,occurredAt,accountId';
const ACCOUNT_HEADER = 'accountId,name,arr,currency,plan,segment,startedAt,churnedAt';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voc-rank-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, lines: string[] | string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof lines === 'string' ? lines : `${lines.join('\n')}\n`);
  return file;
}

async function rank(feedback: string[], accounts: string[]): Promise<void> {
  await run([
    '--feedback',
    await write('feedback.csv', feedback),
    '--accounts',
    await write('accounts.csv', accounts),
    '--out',
    join(folder, 'out'),
  ]);
}

const readIssues = async (): Promise<Record<string, string>[]> =>
  parse(await readFile(join(folder, 'out', 'issues.csv')), { columns: true });

describe('voc rank on the sample workspace', () => {
  const sample = makeSampleWorkspace();
  const accountOf = new Map(
    sample.contacts.map((contact) => [contact.externalId, contact.accountExternalId]),
  );
  let issues: Record<string, string>[];

  beforeAll(async () => {
    const statements = [
      ...sample.responses.map((row) => ({ ...row, text: row.comment ?? '', at: row.submittedAt })),
      ...sample.reviews,
      ...sample.conversations.flatMap(({ contactExternalId, messages }) =>
        messages.filter(({ author }) => author === 'customer').map((row) => ({ ...row, contactExternalId })),
      ),
    ];
    const feedback = statements.map(({ externalId, text, at, contactExternalId }) => [
      externalId,
      text,
      at,
      contactExternalId === null ? '' : (accountOf.get(contactExternalId) ?? ''),
      contactExternalId ?? '',
    ]);
    const accounts = sample.accounts.map((account) => [
      account.externalId,
      account.name,
      (((account.arrHistory.at(-1)?.arrCents ?? 0) * RATES[account.currency]) / 100).toFixed(2),
      'USD',
      account.plan,
      account.segment,
      account.startedAt,
      account.churnedAt ?? '',
    ]);
    const header = [...FEEDBACK_HEADER.split(','), 'contactId'];
    await run([
      '--feedback',
      await write('sample-feedback.csv', [header, ...feedback].map(formatCsvRow).join('')),
      '--accounts',
      await write('sample-accounts.csv', [ACCOUNT_HEADER.split(','), ...accounts].map(formatCsvRow).join('')),
      '--out',
      join(folder, 'out'),
    ]);
    issues = await readIssues();
  }, 300_000);

  it('writes the columns in their order, ranked', () => {
    expect(Object.keys(issues[0] ?? {}).join(',')).toBe(
      'rank,themeId,name,priorityScore,frequencyScore,churnScore,impactScore,accounts,mentions,riskRatio,riskRatioLow,riskRatioHigh,qValue,exposedArr,arrAtRisk,arrAtRiskLow,arrAtRiskHigh',
    );
    const priorities = issues.map(({ priorityScore }) => Number(priorityScore));
    expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
    expect(issues.map(({ rank: place }) => Number(place))).toEqual(issues.map((_, index) => index + 1));
  });

  it('puts the lost CRM records first, and only them in the light of churn', () => {
    const linked = issues.filter((row) => Number(row.qValue) < 0.05 && Number(row.riskRatioLow) > 1);
    expect(linked.map(({ rank: place }) => place)).toEqual(['1']);
    expect(issues[0]?.name).toMatch(/crm|sync/i);
  });

  it('gives money in major units', () => {
    const whole = sample.accounts.reduce(
      (sum, { arrHistory, currency }) => sum + ((arrHistory.at(-1)?.arrCents ?? 0) / 100) * RATES[currency],
      0,
    );
    for (const { exposedArr } of issues) expect(Number(exposedArr)).toBeLessThan(whole);
    expect(Number(issues[0]?.exposedArr)).toBeGreaterThan(100_000);
  });
});

const feedbackRow = '1,The export fails,2026-03-01,a1';
const accountRow = 'a1,Acme,1200,EUR,Team,SMB,2024-01-01,';

describe('voc rank', () => {
  it('counts a statement once that is there twice, and says how many are of unknown accounts', async () => {
    const rows = [feedbackRow, '2,The export is slow,2026-03-02,a7', '3,The export hangs,2026-03-03,'];
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await rank([FEEDBACK_HEADER, ...rows], [ACCOUNT_HEADER, accountRow]);
    const said = written.mock.calls.map(([text]) => String(text)).join('');
    written.mockRestore();
    expect(said).toMatch(
      /feedback\.csv: 1 row is of an account that \S+accounts\.csv does not have, and counts without revenue or churn; the first: line 3, "a7"\n/,
    );
    const once = await readIssues();
    await rank([FEEDBACK_HEADER, ...rows, ...rows], [ACCOUNT_HEADER, accountRow]);
    expect(await readIssues()).toEqual(once);
  });

  it.each([
    [
      ['id,text,occurredAt', '1,x,2026-03-01'],
      [ACCOUNT_HEADER, accountRow],
      /lacks the column accountId; it has id/,
    ],
    [[FEEDBACK_HEADER, feedbackRow], ['accountId,name', 'a1,Acme'], /lacks the columns arr, currency, plan/],
    [[FEEDBACK_HEADER], [ACCOUNT_HEADER, accountRow], /feedback\.csv has a header but no rows/],
    [[FEEDBACK_HEADER, feedbackRow], [ACCOUNT_HEADER], /accounts\.csv has a header but no rows/],
    [
      [FEEDBACK_HEADER, feedbackRow, '2,Slow,2026-02-30,a1'],
      [ACCOUNT_HEADER, accountRow],
      /line 3: occurredAt "2026-02-30" is not a day of the calendar/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow, '2,Slow,,a1'],
      [ACCOUNT_HEADER, accountRow],
      /line 3: occurredAt is empty/,
    ],
    [
      [FEEDBACK_HEADER, '1,Slow,03/04/2026,a1'],
      [ACCOUNT_HEADER, accountRow],
      /can be read in two ways: "03\/04\/2026"/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow],
      [ACCOUNT_HEADER, accountRow, 'a2,Beta,900,USD,Team,SMB,2024-01-01,'],
      /line 3: arr is in USD, above in EUR/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow],
      [ACCOUNT_HEADER, accountRow, accountRow],
      /line 3: account a1 is there twice/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow],
      [ACCOUNT_HEADER, 'a1,Acme,much,EUR,Team,SMB,2024-01-01,'],
      /line 2: arr "much" is not an amount in EUR/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow, '2,The export, is broken,2026-03-01,a1'],
      [ACCOUNT_HEADER, accountRow],
      /feedback\.csv line 3: the row has 5 values for 4 columns/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow],
      [ACCOUNT_HEADER, accountRow, 'a2,"Beta,900,EUR,Team,SMB,2024-01-01,'],
      /accounts\.csv line 3: a quote opens on this line/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow],
      [ACCOUNT_HEADER, accountRow, 'a2,Beta,900,EUR,Team,SMB,2024-01-01,2023-12-31'],
      /accounts\.csv line 3: churnedAt: the account left \(2023-12-31\) before it started \(2024-01-01\)/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow],
      [ACCOUNT_HEADER, 'a1,Acme,-5,EUR,Team,SMB,2024-01-01,'],
      /accounts\.csv line 2: arr: the revenue is below zero/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow],
      [ACCOUNT_HEADER, 'a1,Acme,5,EUR,Team,SMB,2024-01-01,2999-01-01'],
      /accounts\.csv line 2: churnedAt: the account left in the future \(2999-01-01\)/,
    ],
    [
      [FEEDBACK_HEADER, feedbackRow],
      [ACCOUNT_HEADER, 'a1,Acme,5,EUR,Team,SMB,2999-01-01,'],
      /accounts\.csv line 2: startedAt: the account starts more than a year ahead/,
    ],
  ])('refuses %j with one clear line', async (feedback, accounts, message) => {
    const refusal = rank(feedback, accounts);
    await expect(refusal).rejects.toThrow(InputError);
    await expect(refusal).rejects.toThrow(message);
    await refusal.catch((error: Error) => expect(error.message).not.toContain('\n'));
  });

  it('leaves out the churn score where nobody churned', async () => {
    const feedback = Array.from({ length: 60 }, (_, index) =>
      index % 2 === 0
        ? `${index},The export to Excel fails with an error for file ${index},2026-03-01,a1`
        : `${index},Login with the password is broken for user ${index},2026-03-02,`,
    );
    await rank([FEEDBACK_HEADER, ...feedback], [ACCOUNT_HEADER, accountRow]);
    const issues = await readIssues();
    expect(issues.length).toBeGreaterThan(0);
    expect(new Set(issues.map(({ churnScore }) => churnScore))).toEqual(new Set(['']));
  });

  it.each([[[]], [['--feedback', 'f.csv']], [['--feedback', 'f.csv', '--accounts', 'a.csv']]])(
    'answers incomplete arguments %j with what is missing',
    async (args) => {
      await expect(run(args)).rejects.toThrow(UsageError);
    },
  );
});
