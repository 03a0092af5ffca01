import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { NewLink } from '@/lib/issues/schema';

export interface IssueLink {
  id: string;
  url: string;
  label: string;
}

/** The addresses that people added to an issue, the first added first. */
export async function findIssueLinks(scope: Scope, issueId: string): Promise<IssueLink[]> {
  return scope.run((db) =>
    db.issueLink.findMany({
      where: { workspaceId: scope.workspaceId, issueId },
      select: { id: true, url: true, label: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  );
}

/**
 * Adds an address to an issue; without a label it is named by its host.
 * @throws ExpectedError 'not_found' for an unknown issue, 'conflict' for an address that it has already.
 */
export async function addIssueLink(scope: Scope, { issueId, url, label }: NewLink): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const issue = await db.issue.findUnique({ where: { workspaceId_id: { workspaceId, id: issueId } } });
    if (!issue) throw notFound('issue');
    const { host } = new URL(url);
    const { count } = await db.issueLink.createMany({
      data: [{ workspaceId, id: newId(), issueId, url, label: label || host }],
      skipDuplicates: true,
    });
    if (count === 0) throw conflict('This link is here already.');
    await recordAudit(inner, {
      action: 'issue.link_added',
      subjectKind: 'issue',
      subjectId: issueId,
      details: { host },
    });
  });
}

/** @throws ExpectedError 'not_found' when it is gone already. */
export async function removeIssueLink(scope: Scope, linkId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const where = { workspaceId_id: { workspaceId, id: linkId } };
    const link = await db.issueLink.findUnique({ where });
    if (!link) throw notFound('link');
    await db.issueLink.delete({ where });
    await recordAudit(inner, {
      action: 'issue.link_removed',
      subjectKind: 'issue',
      subjectId: link.issueId,
      details: { host: new URL(link.url).host },
    });
  });
}
