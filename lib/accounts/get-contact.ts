import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';

/** A time at a company, as what was said there shows it. */
export interface Job {
  accountId: string;
  accountName: string;
  title: string | null;
  /** First and last statement or answer from there; null where there is none. */
  firstAt: Date | null;
  lastAt: Date | null;
  /** It has ended: said so, or nothing came from there since something came from another company. */
  hasEnded: boolean;
}

export interface ContactDetail {
  id: string;
  name: string | null;
  externalIds: string[];
  emails: string[];
  phones: string[];
  createdAt: Date;
  /** The current one first. */
  jobs: Job[];
}

/** @throws ExpectedError 'not_found' where the workspace has no such contact. */
export async function getContact(scope: Scope, contactId: string): Promise<ContactDetail> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const row = await db.contact.findUnique({
      where: { workspaceId_id: { workspaceId, id: contactId } },
      include: { identities: { orderBy: { value: 'asc' } } },
    });
    if (!row) throw notFound('contact');
    // In one order, whichever arrived first.
    const of = (kind: string, own: string | null) => {
      const values = row.identities.filter((each) => each.kind === kind).map(({ value }) => value);
      return [...new Set([...(own === null ? [] : [own]), ...values])];
    };
    const jobs = await db.$queryRaw<(Omit<Job, 'hasEnded'> & { endedAt: Date | null })[]>`
      SELECT e.account_id AS "accountId", a.name AS "accountName", e.title, e.ended_at AS "endedAt",
        seen.first AS "firstAt", seen.last AS "lastAt"
      FROM employments e JOIN accounts a ON a.workspace_id = e.workspace_id AND a.id = e.account_id
        CROSS JOIN LATERAL (
          SELECT min(at) AS first, max(at) AS last FROM (
            SELECT f.occurred_at AS at FROM feedback f
            WHERE f.workspace_id = e.workspace_id AND f.contact_id = e.contact_id AND f.account_id = e.account_id
            UNION ALL SELECT r.submitted_at FROM responses r
            WHERE r.workspace_id = e.workspace_id AND r.contact_id = e.contact_id AND r.account_id = e.account_id) s) seen
      WHERE e.workspace_id = ${workspaceId}::uuid AND e.contact_id = ${contactId}::uuid
      ORDER BY seen.last DESC NULLS LAST, a.name`;
    return {
      ...{ id: row.id, name: row.name, createdAt: row.createdAt },
      externalIds: of('external', row.externalId).toSorted(),
      emails: of('email', row.email),
      phones: of('phone', row.phone),
      jobs: markEnded(jobs),
    };
  });
}

/**
 * A job that ended before another began has ended: the same person at a new company. Jobs that overlap are held together.
 * @param jobs the last heard of first
 */
export function markEnded<T extends Pick<Job, 'firstAt' | 'lastAt'> & { endedAt: Date | null }>(
  jobs: readonly T[],
): (Omit<T, 'endedAt'> & { hasEnded: boolean })[] {
  return jobs.map(({ endedAt, ...job }) => ({
    ...job,
    hasEnded:
      endedAt !== null ||
      jobs.some(({ firstAt }) => job.lastAt !== null && firstAt !== null && firstAt > job.lastAt),
  }));
}
