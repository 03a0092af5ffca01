import { z } from 'zod';
import { markList, readCursor, writeCursor } from '@/lib/api/cursor';
import { writtenDay, writtenTime } from '@/lib/api/fields';
import { env } from '@/lib/core/env';
import { conflict } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { toIssueDocument, toListDocument } from '@/lib/exports/issue-document';
import { defineOperation } from '@/lib/http/api-operation';
import { findRankedIssues, type RankedIssues } from '@/lib/issues/find-ranked-issues';
import { issueStatuses } from '@/lib/issues/schema';
import { formatWeights, weightsSchema } from '@/lib/issues/weights';
import { getSetting } from '@/lib/settings/queries';

const count = z.int().min(0);
const score = z.number().min(0).max(100);
const money = z.number().describe('In whole units of the currency.');
const share = z.number().min(0).max(1);

const issueSchema = z
  .object({
    rank: z.int().min(1),
    issueId: z.uuid(),
    themeId: z.uuid(),
    name: z.string(),
    status: z.enum(issueStatuses),
    link: z.string().describe('Its page, which explains every figure and opens the rows behind it.'),
    priorityScore0To100: score,
    frequencyScore0To100: score,
    churnScore0To100: score
      .nullable()
      .describe(
        'Of this issue alone: 100 x (1 - 1 / shrunk risk ratio) x (1 - q). Null where no account has a churn date, or records are too short to compare a month.',
      ),
    impactScore0To100: score.nullable().describe('Null where no revenue is known.'),
    accountsWithProblem: count,
    problemMentions: count,
    problemMentionsWithoutAccount: count,
    churnRiskRatio: z.number().nullable(),
    churnRiskRatioLow95: z.number().nullable(),
    churnRiskRatioHigh95: z.number().nullable(),
    churnRiskRatioShrunk: z
      .number()
      .nullable()
      .describe('Pulled towards 1 as far as the data are few: what rank and ARR at risk count with.'),
    churnQValue: z.number().nullable(),
    isAssociatedWithChurn: z.boolean(),
    exposedAccountsNow: count,
    exposedAccountsWithKnownArr: count,
    exposedArrMajorUnits: money.nullable(),
    arrAtRisk12MonthsMajorUnits: money.nullable(),
    arrAtRisk12MonthsLow95MajorUnits: money.nullable(),
    arrAtRisk12MonthsHigh95MajorUnits: money.nullable(),
    top5ShareOfBootstraps: share.nullable(),
    top10ShareOfBootstraps: share.nullable(),
  })
  .meta({ id: 'Issue' });

const weight = z.number();

const totalsSchema = z.object({
  accounts: count,
  accountsAtRiskMonths: count.describe('Accounts with months at risk, by which churn is compared.'),
  churnedAccounts: count,
  accountsWithoutCurrencyRate: count,
  hasChurn: z.boolean(),
  accountsWithKnownArr: count,
  portfolioArrAtRiskMajorUnits: money.nullable(),
  portfolioArrAtRiskLow95MajorUnits: money.nullable(),
  portfolioArrAtRiskHigh95MajorUnits: money.nullable(),
  associatedArrAtRiskMajorUnits: money
    .nullable()
    .describe('The part of it with problems that are associated with churn.'),
  associatedArrAtRiskLow95MajorUnits: money.nullable(),
  associatedArrAtRiskHigh95MajorUnits: money.nullable(),
});

/** What is told of a list that there is not yet: a program that asks early has nothing to mend. */
const NOT_RANKED = { asOf: null, computedAt: null, currency: null, parameters: null, totals: null };

export const listIssues = defineOperation({
  id: 'listIssues',
  method: 'GET',
  path: '/issues',
  tag: 'Issues',
  summary: 'List issues by rank',
  description:
    'The ranked list as the screen shows it, with the weights of the workspace unless others are given. Figures that are not known are null. Before the first ranking, which follows the first feedback within minutes, the list is empty and says nothing of how it was made. A cursor of an earlier ranking is answered by 409.',
  right: 'issues:read',
  params: z.object({}),
  query: z.strictObject({
    weights: weightsSchema.optional().describe('Frequency, churn and impact, such as 1:3:1.'),
    limit: z.coerce.number().int().min(1).max(500).default(50).describe('Rows in an answer.'),
    cursor: z.string().optional().describe('nextCursor of the answer before.'),
  }),
  body: z.undefined(),
  response: z.object({
    asOf: writtenDay.nullable().describe('Null before the first ranking, as what follows.'),
    computedAt: writtenTime.nullable(),
    currency: z.string().nullable(),
    weights: z.object({ frequency: weight, churn: weight, impact: weight }),
    parameters: z.object({ exposureWindowDays: count, lagDays: count }).nullable(),
    totals: totalsSchema.nullable(),
    items: z.array(issueSchema),
    nextCursor: z.string().nullable().describe('For the next request; null at the end.'),
  }),
  async run(scope, { query: { weights: given, limit, cursor } }) {
    const weights = given ?? (await getSetting(scope, 'rankingWeights'));
    const list = await findRankedIssues(scope, weights);
    const mark = markList('listIssues', { weights: formatWeights(weights) });
    if (!list) {
      if (cursor !== undefined) readCursor(mark, cursor);
      return { body: { ...NOT_RANKED, weights, items: [], nextCursor: null } };
    }
    const first = cursor === undefined ? 0 : findStart(list, mark, cursor);
    const page = list.issues.slice(first, first + limit);
    const last = page.at(-1);
    const hasMore = first + limit < list.issues.length;
    const linkOf = await makeIssueLink(scope);
    return {
      body: {
        ...toListDocument(list.run, weights),
        items: page.map((issue) =>
          issueSchema.parse(toIssueDocument(issue, list.run.totals.currency, linkOf(issue.issueId))),
        ),
        nextCursor: last && hasMore ? writeCursor(mark, { at: list.run.computedAt, id: last.issueId }) : null,
      },
    };
  },
});

/** @throws ExpectedError 'conflict' when the list was ranked anew: a page of it does not follow one of the old. */
function findStart({ run, issues }: RankedIssues, mark: string, cursor: string): number {
  const { at, id } = readCursor(mark, cursor);
  const position = issues.findIndex(({ issueId }) => issueId === id);
  if (at?.getTime() !== run.computedAt.getTime() || position < 0) {
    throw conflict('The list was ranked anew meanwhile. Begin again without a cursor.');
  }
  return position + 1;
}

async function makeIssueLink(scope: Scope): Promise<(issueId: string) => string> {
  const { slug } = await scope.run((db) =>
    db.workspace.findUniqueOrThrow({ where: { id: scope.workspaceId }, select: { slug: true } }),
  );
  return (issueId) => new URL(`/w/${slug}/issues/${issueId}`, env().NEXTAUTH_URL).href;
}
