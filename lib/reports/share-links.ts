import { recordAudit } from '@/lib/audit/record';
import { notFound } from '@/lib/core/errors';
import { newId, newToken, sha256 } from '@/lib/core/ids';
import { actorId, type Scope } from '@/lib/db/scope';
import { type NewShare, SHARES_PER_PAGE } from '@/lib/reports/schema';

export interface ShareRow {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  createdBy: string;
}

/** Links that work: a page of them, and how many there are in all. */
export interface ShareLinks {
  rows: ShareRow[];
  total: number;
  page: number;
}

const DAY_MS = 24 * 3600_000;

/** A page of the links to an issue, or of null to the ranked list, that still work, the latest first; and how many there are. */
export async function findShareLinks(
  scope: Scope,
  issueId: string | null,
  page: number,
  now: Date = new Date(),
): Promise<ShareLinks> {
  const where = { workspaceId: scope.workspaceId, issueId, revokedAt: null, expiresAt: { gt: now } };
  return scope.run(async (db) => {
    const rows = await db.shareLink.findMany({
      where,
      select: {
        id: true,
        createdAt: true,
        expiresAt: true,
        createdBy: { select: { user: { select: { name: true } } } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: SHARES_PER_PAGE,
      skip: (page - 1) * SHARES_PER_PAGE,
    });
    return {
      rows: rows.map(({ createdBy, ...row }) => ({ ...row, createdBy: createdBy.user.name })),
      total: await db.shareLink.count({ where }),
      page,
    };
  });
}

/**
 * Makes a link that shows one issue or the ranked list to whoever holds it.
 * @returns its id, and its token, which is kept nowhere: only the hash is.
 * @throws ExpectedError 'not_found' for an unknown issue.
 */
export async function createShareLink(
  scope: Scope,
  { issueId, days }: NewShare,
  now: Date = new Date(),
): Promise<{ shareId: string; token: string }> {
  const { workspaceId } = scope;
  const createdById = actorId(scope);
  if (createdById === null) throw new Error('only a member shares');
  const [shareId, token] = [newId(), newToken()];
  await scope.run(async (db, inner) => {
    if (
      issueId &&
      !(await db.issue.findUnique({ where: { workspaceId_id: { workspaceId, id: issueId } } }))
    ) {
      throw notFound('issue');
    }
    await db.shareLink.create({
      data: {
        workspaceId,
        id: shareId,
        issueId,
        tokenHash: sha256(token),
        createdById,
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * DAY_MS),
      },
    });
    await recordAudit(inner, {
      action: 'issue.shared',
      subjectKind: issueId ? 'issue' : 'share_link',
      subjectId: issueId ?? shareId,
      details: { shareId, days },
    });
  });
  return { shareId, token };
}

/**
 * Ends a link at once.
 * @throws ExpectedError 'not_found' where there is none, or it was revoked before.
 */
export async function revokeShareLink(scope: Scope, shareId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const where = { workspaceId, id: shareId, revokedAt: null };
    const link = await db.shareLink.findFirst({ where });
    if (!link) throw notFound('working link');
    await db.shareLink.updateMany({ where, data: { revokedAt: new Date() } });
    await recordAudit(inner, {
      action: 'issue.share_revoked',
      subjectKind: link.issueId ? 'issue' : 'share_link',
      subjectId: link.issueId ?? shareId,
      details: { shareId },
    });
  });
}
