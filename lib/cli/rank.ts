import { parseArgs } from 'node:util';
import { isProblem } from '@/lib/annotations/is-problem';
import { formatCsvRow } from '@/lib/core/csv';
import { findCoverage } from '@/lib/impact/coverage';
import { ISSUE_COLUMNS, toIssueRecord } from '@/lib/impact/issue-record';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { computeRanking, type Ranking } from '@/lib/impact/rank';
import { UsageError } from './command-error';
import { findTextThemes } from './find-text-themes';
import { makeFolder, writeFolder } from './output';
import { startProgress } from './progress';
import {
  type AccountRecords,
  type FeedbackRecord,
  readAccounts,
  readFeedback,
  reportStrangers,
} from './rank-records';

export const usage = 'rank --feedback FEEDBACK.csv --accounts ACCOUNTS.csv --out DIR';

export const help = `Usage: npm run -s voc -- ${usage}

Finds the themes of the feedback and ranks them by how many accounts they trouble, how they go with churn, and the
revenue of the accounts exposed; writes DIR/issues.csv. Everything is judged as of the day of the latest feedback.

  --feedback   columns id, text, occurredAt, accountId; contactId, rating and channel may be there
  --accounts   columns accountId, name, arr, currency, plan, segment, startedAt, churnedAt; arr in one currency
  --out        the folder to write to

exposedArr and arrAtRisk are in units of that currency. A cell is empty where there is too little to tell.
A row that cannot be read, or an account that cannot be (it left before it started, or in the future), is refused, for a ranking without it would be another one.`;

/** One statement in which a theme was found as a problem. */
interface Mention {
  themeId: string;
  /** Position in the feedback file. */
  statement: number;
}

/** Runs `rank` with the words after its name. Throws UsageError and InputError. */
export async function run(args: string[]): Promise<void> {
  const { feedbackFile, accountsFile, outFolder } = parseArguments(args);
  const accounts = await readAccounts(accountsFile);
  const feedback = await readFeedback(feedbackFile);
  reportStrangers(feedback, accounts, { feedbackFile, accountsFile });
  await makeFolder(outFolder);
  const progress = startProgress('Read');
  const { model, found } = await findTextThemes(
    feedback.map(({ text }) => text),
    progress.tick,
  );
  progress.finish();
  const mentions = found
    .filter(({ segment, sentiment }) =>
      isProblem({ sentimentLabel: sentiment.label, isOwn: sentiment.isOwn, kind: segment.kind }),
    )
    .map(({ text, themeKey }): Mention => ({ themeId: themeKey, statement: text }));
  const names = new Map(model.themes.map(({ key, name }) => [key, name]));
  const ranking = rankMentions(feedback, accounts, mentions);
  await writeFolder(outFolder, { 'issues.csv': issuesCsv(ranking, names, feedback, accounts, mentions) });
  process.stderr.write(`${ranking.rows.length} issues in ${outFolder}\n`);
}

function parseArguments(args: string[]): { feedbackFile: string; accountsFile: string; outFolder: string } {
  const { values } = parseArgs({
    args,
    options: { feedback: { type: 'string' }, accounts: { type: 'string' }, out: { type: 'string' } },
  });
  if (!values.feedback) throw new UsageError('Name the feedback with --feedback FILE.csv');
  if (!values.accounts) throw new UsageError('Name the accounts with --accounts FILE.csv');
  if (!values.out) throw new UsageError('Name the folder to write to with --out DIR');
  return { feedbackFile: values.feedback, accountsFile: values.accounts, outFolder: values.out };
}

function rankMentions(
  feedback: readonly FeedbackRecord[],
  { accounts, moneyDigits }: AccountRecords,
  mentions: readonly Mention[],
): Ranking {
  const known = new Set(accounts.map(({ accountId }) => accountId));
  const days = feedback.map(({ occurredDay }) => occurredDay);
  const firstFeedbackDay = days.reduce((first, day) => Math.min(first, day), Number.POSITIVE_INFINITY);
  const asOfDay = days.reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY) + 1;
  return computeRanking({
    accounts,
    mentions: mentions.flatMap(({ themeId, statement }) => {
      const record = feedback[statement];
      return record
        ? [{ unitId: unitOf(record, statement, known), themeId, occurredDay: record.occurredDay }]
        : [];
    }),
    coverage: findCoverage(accounts, { firstFeedbackDay, asOfDay }),
    themeIds: [...new Set(mentions.map(({ themeId }) => themeId))].sort(),
    asOfDay,
    weights: PRIORITY_PRESETS.balanced,
    minorUnitsPerMajor: 10 ** moneyDigits,
  });
}

/** The account, else the contact, else the statement itself; what is no known account cannot collide with one. */
function unitOf({ accountId, contactId }: FeedbackRecord, statement: number, known: Set<string>): string {
  if (known.has(accountId)) return accountId;
  if (accountId !== '') return `unknown account ${accountId}`;
  return contactId === '' ? `statement ${statement}` : `contact ${contactId}`;
}

function issuesCsv(
  ranking: Ranking,
  names: ReadonlyMap<string, string>,
  feedback: readonly FeedbackRecord[],
  { moneyDigits }: AccountRecords,
  mentions: readonly Mention[],
): string {
  const statements = new Map<string, Set<number>>();
  for (const { themeId, statement } of mentions) {
    const own = statements.get(themeId);
    if (own) own.add(statement);
    else statements.set(themeId, new Set([statement]));
  }
  const rows = ranking.rows.map((row) => {
    const own = [...(statements.get(row.themeId) ?? [])];
    const accountIds = own.map((statement) => feedback[statement]?.accountId ?? '').filter((id) => id !== '');
    const record = toIssueRecord(
      {
        ...row,
        name: names.get(row.themeId) ?? row.themeId,
        accounts: new Set(accountIds).size,
        mentions: own.length,
        estimate: row.churn.estimate,
      },
      moneyDigits,
    );
    return formatCsvRow(ISSUE_COLUMNS.map((column) => record[column]));
  });
  return [formatCsvRow(ISSUE_COLUMNS), ...rows].join('');
}
