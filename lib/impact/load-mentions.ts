import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import type { Db } from '@/lib/db/client';
import type { EpochDay } from '@/lib/impact/months';
import type { ProblemMention } from '@/lib/impact/panel';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { feedbackInFilter } from '@/lib/impact/record-filter-sql';
import { themePlaces } from '@/lib/themes/theme-places';

/** Statements with a problem mention, the accounts they came from, and those that came from none. */
export interface MentionCounts {
  mentions: number;
  accounts: number;
  withoutAccount: number;
}

/** Characters of an id as text. */
const ID_LENGTH = 36;

/**
 * Problem mentions by day within a filter, each theme with its sub-themes. The unit is the account, else the contact, else the
 * statement itself. Beside them the counts of each theme before `asOfDay`; themes without any are absent.
 *
 * A unit is one row: hundreds of thousands of rows take the client longer than the database takes to find them, and so
 * does telling the database to count what is distinct.
 */
export async function loadMentions(
  db: Db,
  workspaceId: string,
  { filter, asOfDay }: { filter: RecordFilter; asOfDay: EpochDay },
): Promise<{ mentions: ProblemMention[]; mentionCounts: Map<string, MentionCounts> }> {
  const rows = await db.$queryRaw<{ unitId: string; hasAccount: boolean; said: string }[]>`
    SELECT unit::text AS "unitId", bool_or(has_account) AS "hasAccount", string_agg(said, ',') AS said
    FROM (
      SELECT coalesce(f.account_id, f.contact_id, f.id) AS unit, f.account_id IS NOT NULL AS has_account,
        concat_ws(' ', place.branch_id, f.occurred_at::date - DATE '1970-01-01', f.id) AS said
      FROM theme_assignments a
        JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
        JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
      WHERE a.workspace_id = ${workspaceId}::uuid AND ${mentionIsProblem} AND ${feedbackInFilter(filter)}) mention
    GROUP BY unit ORDER BY unit`;
  const mentions: ProblemMention[] = [];
  const mentionCounts = new Map<string, MentionCounts>();
  const countsOf = (themeId: string) => {
    const counts = mentionCounts.get(themeId) ?? { mentions: 0, accounts: 0, withoutAccount: 0 };
    mentionCounts.set(themeId, counts);
    return counts;
  };
  for (const { unitId, hasAccount, said } of rows) {
    let before = { said: '', themeId: '', occurredDay: Number.NaN, counts: null as MentionCounts | null };
    // In order of theme and day; a statement that is told twice has several spans on one theme.
    for (const one of said.split(',').sort()) {
      if (one === before.said) continue;
      const isSameTheme = one.startsWith(before.themeId) && before.themeId !== '';
      const themeId = isSameTheme ? before.themeId : one.slice(0, ID_LENGTH);
      const occurredDay = Number(one.slice(ID_LENGTH + 1, -ID_LENGTH - 1));
      if (!isSameTheme || occurredDay !== before.occurredDay) mentions.push({ unitId, themeId, occurredDay });
      let counts = isSameTheme ? before.counts : null;
      if (occurredDay < asOfDay) {
        if (counts === null) {
          counts = countsOf(themeId);
          if (hasAccount) counts.accounts++;
        }
        counts.mentions++;
        if (!hasAccount) counts.withoutAccount++;
      }
      before = { said: one, themeId, occurredDay, counts };
    }
  }
  return { mentions, mentionCounts };
}
