import type { MergeEvidence } from '@/lib/accounts/merge-contacts';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** A contact as it is shown beside the one it may be the same as. */
export interface SuggestedContact {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  accounts: string[];
  /** Statements of theirs, and the days of the first and the last. */
  statements: number;
  firstAt: Date | null;
  lastAt: Date | null;
}

/** Two contacts that may be one person, and why; the older first. */
export interface MergeSuggestion {
  contacts: [SuggestedContact, SuggestedContact];
  evidence: MergeEvidence[];
}

/** A name or number that more contacts share is that of a company, or common: it tells of nobody. */
const MOST_SHARING = 5;

/**
 * Pairs that share a phone number, or a full name and a company, or a full name and the part of the address before the @ at
 * two companies and were never heard at the same time, as who changed jobs. "anna.meyer@" of two companies tells no more than the name does,
 * so there the given or the family name must be nobody else's. Follows from what the contacts say now, so it is the same in whatever order they came.
 */
const pairsOf = (workspaceId: string) => Prisma.sql`
  WITH named AS (
    SELECT lower(name) AS name, count(*) AS sharing FROM contacts
    WHERE workspace_id = ${workspaceId}::uuid AND name LIKE '% %'
    GROUP BY 1 HAVING count(*) BETWEEN 2 AND ${MOST_SHARING}),
  called AS (
    SELECT phone FROM contacts WHERE workspace_id = ${workspaceId}::uuid AND phone IS NOT NULL
    GROUP BY 1 HAVING count(*) BETWEEN 2 AND ${MOST_SHARING}),
  alike AS (
    SELECT named.name, a.id AS low, b.id AS high, a.email AS low_email, b.email AS high_email
    FROM named
      JOIN contacts a ON a.workspace_id = ${workspaceId}::uuid AND lower(a.name) = named.name
      JOIN contacts b ON b.workspace_id = ${workspaceId}::uuid AND lower(b.name) = named.name AND b.id > a.id),
  words AS (
    SELECT split_part(lower(name), ' ', 1) AS given, regexp_replace(lower(name), '^.* ', '') AS family FROM contacts
    WHERE workspace_id = ${workspaceId}::uuid AND name LIKE '% %'),
  givens AS (SELECT given, count(*) AS n FROM words GROUP BY 1),
  families AS (SELECT family, count(*) AS n FROM words GROUP BY 1),
  rare AS (
    SELECT named.name FROM named
      JOIN givens ON givens.given = split_part(named.name, ' ', 1)
      JOIN families ON families.family = regexp_replace(named.name, '^.* ', '')
    WHERE givens.n = sharing OR families.n = sharing),
  reasons AS (
    SELECT a.id AS low, b.id AS high, 'same_phone' AS kind
    FROM called
      JOIN contacts a ON a.workspace_id = ${workspaceId}::uuid AND a.phone = called.phone
      JOIN contacts b ON b.workspace_id = ${workspaceId}::uuid AND b.phone = called.phone AND b.id > a.id
    UNION ALL
    SELECT low, high, 'same_name_and_company' FROM alike
    WHERE EXISTS (
      SELECT 1 FROM employments e JOIN employments o ON o.workspace_id = e.workspace_id AND o.account_id = e.account_id
      WHERE e.workspace_id = ${workspaceId}::uuid AND e.contact_id = low AND o.contact_id = high)
    UNION ALL
    SELECT low, high, 'same_name_and_mailbox' FROM alike
    WHERE split_part(low_email, '@', 1) = split_part(high_email, '@', 1) AND low_email <> high_email
      AND name IN (SELECT name FROM rare)
      AND NOT EXISTS (
        SELECT 1 FROM (
          SELECT contact_id, min(occurred_at) AS first, max(occurred_at) AS last FROM feedback
          WHERE workspace_id = ${workspaceId}::uuid AND contact_id IN (low, high) GROUP BY contact_id) heard
        GROUP BY () HAVING count(*) = 2 AND max(first) <= min(last)))
  SELECT low, high, array_agg(kind ORDER BY kind) AS kinds FROM reasons
  WHERE NOT EXISTS (
    SELECT 1 FROM contact_distinctions d
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.low_id = low AND d.high_id = high)`;

type PairRow = { low: string; high: string; kinds: MergeEvidence['kind'][] };

/** A page of suggestions, those with the most evidence first; `hasMore` where there are others behind. */
export async function findMergeSuggestions(
  scope: Scope,
  { page, pageSize = 25 }: { page: number; pageSize?: number },
): Promise<{ suggestions: MergeSuggestion[]; hasMore: boolean }> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const pairs = await db.$queryRaw<PairRow[]>`
      ${pairsOf(workspaceId)} GROUP BY low, high ORDER BY count(*) DESC, low, high
      LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`;
    const shown = pairs.slice(0, pageSize);
    const contacts = await describeContacts(
      inner,
      shown.flatMap(({ low, high }) => [low, high]),
    );
    const suggestions = shown.flatMap(({ low, high, kinds }): MergeSuggestion[] => {
      const [first, second] = [contacts.get(low), contacts.get(high)];
      return first && second
        ? [{ contacts: [first, second], evidence: kinds.map((kind) => ({ kind })) }]
        : [];
    });
    return { suggestions, hasMore: pairs.length > pageSize };
  });
}

/** What speaks for two contacts being one person; empty where a member knows it of their own. */
export async function findPairEvidence(
  scope: Scope,
  [low, high]: [string, string],
): Promise<MergeEvidence[]> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<PairRow[]>`
      ${pairsOf(scope.workspaceId)} AND low = ${low}::uuid AND high = ${high}::uuid GROUP BY low, high`,
  );
  return (row?.kinds ?? []).map((kind) => ({ kind }));
}

async function describeContacts(scope: Scope, ids: string[]): Promise<Map<string, SuggestedContact>> {
  const rows = await scope.run(
    (db) => db.$queryRaw<SuggestedContact[]>`
      SELECT p.id, p.name, p.email, p.phone, said.n AS statements, said.first AS "firstAt", said.last AS "lastAt",
        coalesce((
          SELECT array_agg(a.name ORDER BY a.name) FROM employments e
            JOIN accounts a ON a.workspace_id = e.workspace_id AND a.id = e.account_id
          WHERE e.workspace_id = p.workspace_id AND e.contact_id = p.id), '{}') AS accounts
      FROM contacts p CROSS JOIN LATERAL (
        SELECT count(*)::int AS n, min(occurred_at) AS first, max(occurred_at) AS last FROM feedback f
        WHERE f.workspace_id = p.workspace_id AND f.contact_id = p.id) said
      WHERE p.workspace_id = ${scope.workspaceId}::uuid AND p.id = ANY(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A merge that was made, for the list of those that can be undone. */
export interface MadeMerge {
  id: string;
  keptId: string;
  keptName: string | null;
  droppedName: string | null;
  evidence: MergeEvidence[];
  /** Null where a source said so itself. */
  memberName: string | null;
  createdAt: Date;
}

/** The latest merges that still stand, of the workspace or into one contact. */
export async function findMerges(
  scope: Scope,
  { contactId, most = 25 }: { contactId?: string; most?: number },
): Promise<MadeMerge[]> {
  const { workspaceId } = scope;
  const rows = await scope.run((db) =>
    db.contactMerge.findMany({
      where: { workspaceId, undoneAt: null, ...(contactId && { keptId: contactId }) },
      orderBy: { id: 'desc' },
      take: most,
      include: { kept: true },
    }),
  );
  const names = await findMemberNames(scope);
  return rows.map(({ id, keptId, kept, dropped, evidence, memberId, createdAt }) => {
    const { name, email } = dropped as { name: string | null; email: string | null };
    return {
      ...{ id, keptId, createdAt },
      keptName: kept.name ?? kept.email,
      droppedName: name ?? email,
      evidence: evidence as unknown as MergeEvidence[],
      memberName: memberId && (names.get(memberId) ?? 'a former member'),
    };
  });
}

async function findMemberNames(scope: Scope): Promise<Map<string, string>> {
  const { workspaceId } = scope;
  const rows = await scope.run((db) =>
    db.member.findMany({ where: { workspaceId }, select: { id: true, user: { select: { name: true } } } }),
  );
  return new Map(rows.map(({ id, user }) => [id, user.name]));
}
