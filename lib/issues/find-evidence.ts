import type { Scope } from '@/lib/db/scope';
import { familyOf } from '@/lib/issues/family-sql';

export interface PinnedStatement {
  evidenceId: string;
  feedbackId: string;
  text: string;
  language: string | null;
  occurredAt: Date;
  channel: string;
  accountName: string | null;
  /** Pinned to an issue that was merged into this one: its title there; null for its own. */
  viaTitle: string | null;
}

/** Statements shown at most. */
const MOST_STATEMENTS = 200;

/** The statements pinned to an issue and to those merged into it, the latest pinned first. */
export async function findEvidence(scope: Scope, issueId: string): Promise<PinnedStatement[]> {
  return scope.run(
    (db) => db.$queryRaw<PinnedStatement[]>`
      WITH RECURSIVE family AS (${familyOf(scope.workspaceId, [issueId])})
      SELECT e.id AS "evidenceId", f.id AS "feedbackId", f.text, f.language, f.occurred_at AS "occurredAt",
        f.channel::text, c.name AS "accountName", family.via AS "viaTitle"
      FROM family
        JOIN issue_evidence e ON e.workspace_id = ${scope.workspaceId}::uuid AND e.issue_id = family.id
        JOIN feedback f ON f.workspace_id = e.workspace_id AND f.id = e.feedback_id
        LEFT JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
      ORDER BY e.pinned_at DESC, e.id
      LIMIT ${MOST_STATEMENTS}`,
  );
}
