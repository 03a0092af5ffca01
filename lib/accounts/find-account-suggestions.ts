import type { AccountEvidence } from '@/lib/accounts/merge-accounts';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** An account as it is shown beside the one it may be the same as. */
export interface SuggestedAccount {
  id: string;
  externalId: string | null;
  name: string;
  domain: string | null;
  country: string | null;
  arrCents: number | null;
  currency: string | null;
  statements: number;
  people: number;
}

/** Two accounts that may be one company, and why. */
export interface AccountSuggestion {
  accounts: [SuggestedAccount, SuggestedAccount];
  evidence: AccountEvidence[];
}

/** A domain or name that more accounts share is that of a group or a chain: it tells of no one company. */
const MOST_SHARING = 5;

/** A company's name without case, signs and legal form: "ACME, Inc." and "Acme" are one. */
const bareName = (column: Prisma.Sql) => Prisma.sql`
  btrim(regexp_replace(regexp_replace(lower(${column}), '[^[:alnum:]]+', ' ', 'g'),
    '( (inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|gmbh|mbh|ag|kg|ug|se|sa|sas|sarl|srl|spa|bv|nv|ab|as|aps|oy))+ *$', ''))`;

/**
 * Pairs that share a domain, or a name while their domains do not say otherwise, as where one source knows a company by its key and
 * another by its name. People of both are further evidence, not enough by themselves. Follows from what the accounts say now, so it
 * is the same in whatever order they came.
 */
const pairsOf = (workspaceId: string) => Prisma.sql`
  WITH known AS (
    SELECT id, lower(domain) AS domain, ${bareName(Prisma.sql`name`)} AS bare FROM accounts
    WHERE workspace_id = ${workspaceId}::uuid),
  domains AS (
    SELECT domain FROM known WHERE domain IS NOT NULL GROUP BY 1 HAVING count(*) BETWEEN 2 AND ${MOST_SHARING}),
  names AS (
    SELECT bare FROM known WHERE bare <> '' GROUP BY 1 HAVING count(*) BETWEEN 2 AND ${MOST_SHARING}),
  alike AS (
    SELECT a.id AS low, b.id AS high, 'same_domain' AS kind FROM domains
      JOIN known a ON a.domain = domains.domain
      JOIN known b ON b.domain = domains.domain AND b.id > a.id
    UNION ALL
    SELECT a.id, b.id, 'same_name' FROM names
      JOIN known a ON a.bare = names.bare
      JOIN known b ON b.bare = names.bare AND b.id > a.id
    WHERE a.domain IS NULL OR b.domain IS NULL OR a.domain = b.domain),
  reasons AS (
    SELECT low, high, kind FROM alike
    UNION ALL
    SELECT DISTINCT low, high, 'shared_people' FROM alike
    WHERE EXISTS (
      SELECT 1 FROM employments e
        JOIN employments o ON o.workspace_id = e.workspace_id AND o.contact_id = e.contact_id
      WHERE e.workspace_id = ${workspaceId}::uuid AND e.account_id = low AND o.account_id = high))
  SELECT low, high, array_agg(kind ORDER BY kind) AS kinds FROM reasons
  WHERE NOT EXISTS (
    SELECT 1 FROM account_distinctions d
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.low_id = low AND d.high_id = high)`;

type PairRow = { low: string; high: string; kinds: AccountEvidence['kind'][] };

/** A page of suggestions, those with the most evidence first; `hasMore` where there are others behind. */
export async function findAccountSuggestions(
  scope: Scope,
  { page, pageSize = 25 }: { page: number; pageSize?: number },
): Promise<{ suggestions: AccountSuggestion[]; hasMore: boolean }> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const pairs = await db.$queryRaw<PairRow[]>`
      ${pairsOf(workspaceId)} GROUP BY low, high ORDER BY count(*) DESC, low, high
      LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`;
    const shown = pairs.slice(0, pageSize);
    const accounts = await describe(
      inner,
      shown.flatMap(({ low, high }) => [low, high]),
    );
    const suggestions = shown.flatMap(({ low, high, kinds }): AccountSuggestion[] => {
      const [first, second] = [accounts.get(low), accounts.get(high)];
      return first && second
        ? [{ accounts: [first, second], evidence: kinds.map((kind) => ({ kind })) }]
        : [];
    });
    return { suggestions, hasMore: pairs.length > pageSize };
  });
}

/** What speaks for two accounts being one company; empty where a member knows it of their own. */
export async function findAccountPairEvidence(
  scope: Scope,
  pair: readonly [string, string],
): Promise<AccountEvidence[]> {
  const [low, high] = [...pair].sort();
  const [row] = await scope.run(
    (db) => db.$queryRaw<PairRow[]>`
      ${pairsOf(scope.workspaceId)} AND low = ${low}::uuid AND high = ${high}::uuid GROUP BY low, high`,
  );
  return (row?.kinds ?? []).map((kind) => ({ kind }));
}

async function describe(scope: Scope, ids: string[]): Promise<Map<string, SuggestedAccount>> {
  const rows = await scope.run(
    (db) => db.$queryRaw<SuggestedAccount[]>`
      SELECT a.id, a.external_id AS "externalId", a.name, a.domain, a.country, a.arr_cents::float8 AS "arrCents", a.currency,
        (SELECT count(*)::int FROM feedback f
          WHERE f.workspace_id = a.workspace_id AND f.account_id = a.id) AS statements,
        (SELECT count(*)::int FROM employments e
          WHERE e.workspace_id = a.workspace_id AND e.account_id = a.id) AS people
      FROM accounts a WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.id = ANY(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A merge that was made and stands. */
export interface MadeAccountMerge {
  id: string;
  keptId: string;
  keptName: string;
  droppedName: string;
  droppedKey: string | null;
  evidence: AccountEvidence[];
  memberName: string;
  createdAt: Date;
}

/** The latest merges that still stand, of the workspace or into one account. */
export async function findAccountMerges(
  scope: Scope,
  { accountId, most = 25 }: { accountId?: string; most?: number },
): Promise<MadeAccountMerge[]> {
  const { workspaceId } = scope;
  const rows = await scope.run((db) =>
    db.accountMerge.findMany({
      where: { workspaceId, undoneAt: null, ...(accountId && { keptId: accountId }) },
      orderBy: { id: 'desc' },
      take: most,
      include: { kept: true, member: { include: { user: { select: { name: true } } } } },
    }),
  );
  return rows.map(({ id, keptId, kept, dropped, evidence, member, createdAt }) => {
    const { fields } = dropped as { fields: { name: string; externalId: string | null } };
    return {
      ...{ id, keptId, createdAt, keptName: kept.name, memberName: member.user.name },
      ...{ droppedName: fields.name, droppedKey: fields.externalId },
      evidence: evidence as unknown as AccountEvidence[],
    };
  });
}
