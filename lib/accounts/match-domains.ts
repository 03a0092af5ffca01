import { companyDomainOf, isFreeMail, normaliseDomain } from '@/lib/accounts/mail-domain';
import { type Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** The accounts at the companies' domains of these addresses, by domain; a domain of two accounts is of neither. */
export async function findAccountsByDomain(
  scope: Scope,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const domains = [...new Set(emails.flatMap((email) => companyDomainOf(email) ?? []))];
  if (domains.length === 0) return new Map();
  return scope.run((db) => findOnly(db, scope.workspaceId, domains));
}

async function findOnly(
  db: Db,
  workspaceId: string,
  domains: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ domain: string; id: string }[]>`
    SELECT lower(domain) AS domain, min(id::text) AS id FROM accounts
    WHERE workspace_id = ${workspaceId}::uuid AND lower(domain) = ANY(${domains}::text[])
    GROUP BY 1 HAVING count(*) = 1`;
  return new Map(rows.map(({ domain, id }) => [domain, id]));
}

/**
 * Gives these accounts what people at their domains said before the domain was known and nobody's account was named for, as
 * {@link findAccountsByDomain} would have: the order in which accounts and feedback arrive makes no difference.
 */
export async function claimByDomain(scope: Scope, writtenDomains: readonly string[]): Promise<void> {
  const domains = writtenDomains
    .flatMap((written) => normaliseDomain(written) ?? [])
    .filter((domain) => !isFreeMail(domain));
  if (domains.length === 0) return;
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    const only = await findOnly(db, workspaceId, [...new Set(domains)]);
    if (only.size === 0) return;
    const pairs = JSON.stringify([...only].map(([domain, id]) => ({ domain, id })));
    for (const table of ['feedback', 'responses', 'conversations']) {
      await db.$executeRaw`
        UPDATE ${Prisma.raw(table)} said SET account_id = pair.id
        FROM jsonb_to_recordset(${pairs}::jsonb) AS pair(domain text, id uuid)
          JOIN contacts p ON p.workspace_id = ${workspaceId}::uuid AND split_part(p.email, '@', 2) = pair.domain
        WHERE said.workspace_id = ${workspaceId}::uuid AND said.contact_id = p.id AND said.account_id IS NULL`;
    }
    await db.$executeRaw`
      INSERT INTO employments (workspace_id, id, contact_id, account_id)
      SELECT DISTINCT f.workspace_id, gen_random_uuid(), f.contact_id, f.account_id
      FROM jsonb_to_recordset(${pairs}::jsonb) AS pair(domain text, id uuid)
        JOIN contacts p ON p.workspace_id = ${workspaceId}::uuid AND split_part(p.email, '@', 2) = pair.domain
        JOIN LATERAL (
          SELECT workspace_id, contact_id, account_id FROM feedback
          WHERE workspace_id = p.workspace_id AND contact_id = p.id AND account_id = pair.id
          UNION SELECT workspace_id, contact_id, account_id FROM responses
          WHERE workspace_id = p.workspace_id AND contact_id = p.id AND account_id = pair.id) f ON true
      ON CONFLICT (workspace_id, contact_id, account_id) DO NOTHING`;
  });
}
