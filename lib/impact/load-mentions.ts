import { type Db, Prisma } from '@/lib/db/client';
import { findUnitMentions, type SaidUnit } from '@/lib/impact/find-unit-mentions';
import type { EpochDay } from '@/lib/impact/months';
import type { ProblemMention } from '@/lib/impact/panel';
import { isEmptyFilter, type RecordFilter } from '@/lib/impact/record-filter';
import { feedbackInFilter } from '@/lib/impact/record-filter-sql';
import { saidByStatement, saidByUnit } from '@/lib/impact/said-by-statement';
import { themePlaces } from '@/lib/themes/theme-places';

/** Statements with a problem mention, the accounts they came from, and those that came from none. */
export interface MentionCounts {
  mentions: number;
  accounts: number;
  withoutAccount: number;
}

/** More than the days that a date can have, and the first of them: theme and day as one number put both in order. */
const DAYS = 2 ** 22;
const FIRST_DAY = -(2 ** 21);

/**
 * Problem mentions by day within a filter, each theme with its sub-themes. The unit is the account, else the contact, else the
 * statement itself. Beside them the counts of each theme before `asOfDay`; themes without any are absent.
 *
 * Without a filter they are read from what is kept of each unit and from the rows of units that have changed since; with one, from
 * the rows alone. Either way a unit is one row: hundreds of thousands of rows take the client longer than the database
 * takes to find them. Where a theme counts is looked up here, so merges, moves and marks of themes change nothing that is kept.
 */
export async function loadMentions(
  db: Db,
  workspaceId: string,
  { filter, asOfDay }: { filter: RecordFilter; asOfDay: EpochDay },
): Promise<{ mentions: ProblemMention[]; mentionCounts: Map<string, MentionCounts> }> {
  const units = isEmptyFilter(filter)
    ? await findUnitMentions(db, workspaceId)
    : await findInFilter(db, workspaceId, filter);
  const places = await db.$queryRaw<{ themeId: string; branchId: string }[]>`
    SELECT place.theme_id::text AS "themeId", place.branch_id::text AS "branchId"
    FROM ${themePlaces(workspaceId)} place`;
  return countSaid(units, places, asOfDay);
}

function findInFilter(db: Db, workspaceId: string, filter: RecordFilter): Promise<SaidUnit[]> {
  const statements = saidByStatement(workspaceId, {
    statements: Prisma.sql`feedback`,
    condition: feedbackInFilter(filter),
  });
  return db.$queryRaw`
    SELECT unit_id::text AS "unitId", has_account AS "hasAccount", said
    FROM (${saidByUnit(statements)}) found ORDER BY unit_id`;
}

function countSaid(
  units: readonly SaidUnit[],
  places: readonly { themeId: string; branchId: string }[],
  asOfDay: EpochDay,
): { mentions: ProblemMention[]; mentionCounts: Map<string, MentionCounts> } {
  const branchIds = [...new Set(places.map(({ branchId }) => branchId))].sort();
  const numberOf = new Map(branchIds.map((id, number) => [id, number]));
  const branchOf = new Map(places.map(({ themeId, branchId }) => [themeId, numberOf.get(branchId) ?? -1]));
  const mentions: ProblemMention[] = [];
  const mentionCounts = new Map<string, MentionCounts>();
  for (const { unitId, hasAccount, said } of units) {
    const named = said.split(',').flatMap((statement) => listNamed(statement, branchOf));
    let before = Number.NaN;
    let counted = '';
    for (const one of named.sort((a, b) => a - b)) {
      const themeId = branchIds[Math.floor(one / DAYS)] ?? '';
      const occurredDay = (one % DAYS) + FIRST_DAY;
      if (one !== before) mentions.push({ unitId, themeId, occurredDay });
      before = one;
      if (occurredDay >= asOfDay) continue;
      const counts = mentionCounts.get(themeId) ?? { mentions: 0, accounts: 0, withoutAccount: 0 };
      mentionCounts.set(themeId, counts);
      counts.mentions++;
      if (!hasAccount) counts.withoutAccount++;
      else if (counted !== themeId) counts.accounts++;
      counted = themeId;
    }
  }
  return { mentions, mentionCounts };
}

/** Theme and day of each theme that a statement names, once each, whatever spans and merged themes name it. */
function listNamed(statement: string, branchOf: ReadonlyMap<string, number>): number[] {
  const [day, ...themeIds] = statement.split(' ');
  const named: number[] = [];
  for (const themeId of themeIds) {
    const branch = branchOf.get(themeId);
    if (branch === undefined) continue;
    const one = branch * DAYS + Number(day) - FIRST_DAY;
    if (!named.includes(one)) named.push(one);
  }
  return named;
}
